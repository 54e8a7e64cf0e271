package i18n

// safetyCatalogue holds what is said before work could be lost.
var safetyCatalogue = Catalogue{
	"leave.title":    {"Save what is not saved?", "要先保存吗？"},
	"leave.project":  {"What you open takes the place of **{name}**, which has changes that are in no file yet: {what}.", "打开后会取代**{name}**，其中以下改动尚未存入任何文件：{what}。"},
	"leave.files":    {"Reading these files begins another analysis in place of **{name}**, which has changes that are in no file yet: {what}.", "读取这些文件会开始新的分析，取代**{name}**，其中以下改动尚未存入任何文件：{what}。"},
	"leave.save":     {"Save, then open", "保存后打开"},
	"leave.without":  {"Open without saving", "不保存，直接打开"},
	"leave.reading":  {"how the files are read", "文件的读取方式"},
	"leave.words":    {"name, notes or report", "名称、备注或报告"},
	"leave.names":    {"names of clusters", "聚类的名称"},
	"leave.close":    {"**{name}** has changes that are in no file yet: {what}. Closing it takes its name and notes off this page.", "**{name}** 中以下改动尚未存入任何文件：{what}。关闭后，名称和备注将从本页移除。"},
	"leave.closing":  {"Save, then close", "保存后关闭"},
	"leave.unclosed": {"Close without saving", "不保存，直接关闭"},
	"leave.erase":    {"{name} has changes that are in no file yet: {what}.", "{name} 有改动尚未存入任何文件：{what}。"},
	"leave.erasing":  {"Save, then erase", "保存后清除"},
	"leave.unerased": {"Erase without saving", "不保存，直接清除"},
	"leave.and":      {", ", "、"},
	"leave.waits":    {"The project that was opened waits for its data: choose them, or close it, before you save.", "打开的项目正在等待数据：请先选择数据或关闭项目，再保存。"},
}
