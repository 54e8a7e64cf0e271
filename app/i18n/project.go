package i18n

// projectCatalogue holds what there is to say about projects' files.
var projectCatalogue = Catalogue{
	"project.foreign":           {"This is no project of Churnbench.", "这不是流失分析工作台的项目文件。"},
	"project.large":             {"This is larger than {limit}: no project is.", "文件超过 {limit}，不可能是项目文件。"},
	"project.remedy":            {"Choose a file that “Save project” has written; its name ends in .churn.", "请选择由“保存项目”生成的文件，文件名以 .churn 结尾。"},
	"project.cut":               {"The project's file ends in the middle.", "项目文件不完整，内容在中途结束。"},
	"project.cut.remedy":        {"Copy or download it again, or open an earlier copy.", "请重新复制或下载，或打开较早的副本。"},
	"project.broken":            {"The project cannot be read from line {line} on: {reason}", "项目文件从第 {line} 行起无法读取：{reason}"},
	"project.version":           {"The project is of version {version}; this program knows up to {known}.", "项目文件版本为 {version}，本程序最高支持 {known}。"},
	"project.version.remedy":    {"Open it with the newer program that wrote it.", "请用生成它的新版程序打开。"},
	"project.value":             {"The project says {value} for “{field}”, which this program does not know.", "项目文件中“{field}”的值 {value} 无法识别。"},
	"project.value.remedy":      {"Open it with the program that wrote it, or correct it by hand if it was edited.", "请用生成它的程序打开；如果手动修改过，请改正。"},
	"project.held-large":        {"The data are larger than {limit}: a project cannot hold them.", "数据超过 {limit}，无法放入项目文件。"},
	"project.held-large.remedy": {"Save the project without its data, and keep the files beside it.", "请不带数据保存项目，并将数据文件放在旁边。"},

	"progress.receipts": {"Putting every question again", "正在重新计算每个问题"},
	"progress.hash":     {"Fingerprinting the file", "正在计算文件指纹"},
	"progress.pack":     {"Packing the data", "正在打包数据"},

	"headline.customers": {"Customers", "客户数"},
	"headline.orders":    {"Order rows", "订单行数"},
	"headline.revenue":   {"Revenue", "销售额"},
	"headline.equity":    {"Customer equity", "客户权益"},
	"headline.top":       {"Revenue share of the best customers", "头部客户的销售额占比"},
}
