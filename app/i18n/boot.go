package i18n

// bootCatalogue holds what the page says while its Go program is not there
// yet, or no longer: cmd/site writes it into the page for web/boot.js.
var bootCatalogue = Catalogue{
	"boot.starting": {"Starting", "正在启动"},
	"boot.noscript": {"Churnbench needs JavaScript and WebAssembly. Nothing is ever sent from this page.", "运行本工具需要启用 JavaScript 和 WebAssembly。本页面不会向外发送任何数据。"},
	"boot.failed":   {"Churnbench could not be loaded:", "无法加载流失分析工作台："},

	"crash.title":   {"Churnbench has stopped", "流失分析工作台已停止运行"},
	"crash.text":    {"A fault of ours ended the page's program. Your file is untouched and was sent nowhere. Reload the page and choose it again.", "程序因自身错误而终止。您的文件未被改动，也未发送到任何地方。请重新加载页面，再次选择文件。"},
	"crash.details": {"What the program said last", "程序最后的输出"},
	"crash.reload":  {"Reload", "重新加载"},
}

// BootTexts returns the messages that web/boot.js says.
func BootTexts() Catalogue { return bootCatalogue }
