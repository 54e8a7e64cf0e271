package i18n

// browserCatalogue holds what app/browser and the engine's worker say of
// files and pictures, and the names of the ways out that the self-test tries.
var browserCatalogue = Catalogue{
	"browser.unreadable":        {"The browser can no longer read the file: {cause}", "浏览器无法继续读取该文件：{cause}"},
	"browser.unreadable.remedy": {"It may have been moved, changed or locked by another program since you chose it. Choose it again.", "文件可能在选择之后被移动、修改，或正被其他程序占用。请重新选择。"},
	"browser.copy-failed":       {"The browser did not allow copying: {cause}", "浏览器不允许复制：{cause}"},
	"browser.picture-failed":    {"The browser could not draw the picture: {cause}", "浏览器无法生成图片：{cause}"},

	"browser.way.fetch":         {"Request (fetch)", "网络请求（fetch）"},
	"browser.way.xhr":           {"Request (XMLHttpRequest)", "网络请求（XMLHttpRequest）"},
	"browser.way.beacon":        {"Beacon", "信标（Beacon）"},
	"browser.way.websocket":     {"WebSocket", "WebSocket 连接"},
	"browser.way.eventsource":   {"Event stream", "事件流（EventSource）"},
	"browser.way.webtransport":  {"WebTransport", "WebTransport 连接"},
	"browser.way.fetchlater":    {"Deferred request (fetchLater)", "延迟请求（fetchLater）"},
	"browser.way.webrtc":        {"Direct connection (WebRTC)", "点对点连接（WebRTC）"},
	"browser.way.import":        {"Module import", "动态导入模块"},
	"browser.way.importscripts": {"Script import in a worker", "Worker 内导入脚本"},
	"browser.way.worker":        {"Worker from an address", "由网址启动 Worker"},
	"browser.way.sharedworker":  {"Shared worker", "共享 Worker"},
	"browser.way.serviceworker": {"Another service worker", "另一个 Service Worker"},
	"browser.way.image":         {"Image", "图片"},
	"browser.way.background":    {"Background image", "背景图片"},
	"browser.way.media":         {"Video or sound", "视频或音频"},
	"browser.way.font":          {"Font", "字体"},
	"browser.way.script":        {"Script", "脚本"},
	"browser.way.style":         {"Style sheet", "样式表"},
	"browser.way.preload":       {"Preload", "预加载（preload）"},
	"browser.way.modulepreload": {"Module preload", "模块预加载"},
	"browser.way.prefetch":      {"Prefetch", "预取（prefetch）"},
	"browser.way.frame":         {"Frame", "内嵌框架"},
	"browser.way.object":        {"Embedded object", "嵌入对象"},
	"browser.way.form":          {"Form", "表单提交"},

	"browser.unblockable.navigation": {"**A link that you follow** or an address that you type: the browser then leaves this page, and the address itself can carry words.", "**您自己点击的链接或输入的网址**：浏览器会离开本页，而网址本身可以携带文字。"},
	"browser.unblockable.window":     {"**A new window** that a page opens on your click. This page never opens one.", "**点击后打开的新窗口**。本页面从不打开新窗口。"},
	"browser.unblockable.extensions": {"**Browser extensions** that you installed: they may read any page. For delicate data use a window or profile without them.", "**您安装的浏览器扩展**：扩展可能读取任何页面。处理敏感数据时，请使用不含扩展的窗口或用户配置。"},
	"browser.unblockable.names":      {"**Looking up a host's name** in advance, where a browser does so on a hint. The page gives no such hint.", "**提前解析域名**：个别浏览器会按提示这样做，本页面不提供任何此类提示。"},
	"browser.unblockable.webrtc":     {"**Direct connections (WebRTC)**: today's browsers have no rule against them. The page takes them away from itself before it reads any file, and the engine, which holds the data, never has them.", "**点对点连接（WebRTC）**：目前浏览器没有相应的禁止规则。本页面在读取任何文件之前已主动移除该功能；持有数据的分析引擎本身从不具备该功能。"},
}
