package i18n

// cliProjectCatalogue holds what the command line says of projects.
var cliProjectCatalogue = Catalogue{
	"cli.project":         {"Project", "项目"},
	"cli.project-saved":   {"Saved", "保存时间"},
	"cli.project-program": {"Written by", "生成程序"},
	"cli.project-sample":  {"Sample", "示例数据"},
	"cli.project-held":    {"held in the project", "已包含在项目中"},
	"cli.project-hash":    {"SHA-256", "SHA-256"},
	"cli.project-report":  {"Report", "报告"},
	"cli.project-blocks":  {"{blocks} {blocks|part|parts}", "{blocks} 个部分"},
	"cli.project-notes":   {"Notes", "备注"},

	"cli.is-project":     {"{file} is a project, not data. Run it:", "{file} 是项目文件，不是数据。请这样运行："},
	"cli.run-data":       {"The project does not hold its data. Say where they are; it was saved with {file}.", "项目中不包含数据。请指定数据文件；保存时使用的是 {file}。"},
	"cli.run-same":       {"the same file as when the project was saved", "与项目保存时的文件相同"},
	"cli.run-other":      {"another file than when the project was saved", "与项目保存时的文件不同"},
	"cli.run-digits":     {"same digits", "数字相同"},
	"cli.run-differs":    {"differs, although the data are the same", "数据相同但数字不同"},
	"cli.run-changed":    {"other numbers on other data", "数据不同，数字有变化"},
	"cli.report-written": {"{file} · {bytes}", "{file} · {bytes}"},
	"cli.report-missing": {"Not in the report", "报告中缺少"},
	"cli.run-new":        {"nothing to compare with", "没有可比较的结果"},
	"cli.run-programs":   {"The project was written by {then}; this is {now}. Another version may count in another way.", "项目由 {then} 生成，当前程序为 {now}。不同版本的计算方式可能不同。"},
}
