package i18n

// cliCatalogue holds what the command line prints and nothing else says.
var cliCatalogue = Catalogue{
	"cli.written":        {"Written as", "文件格式"},
	"cli.folder":         {"{path} is a folder.", "{path} 是一个文件夹。"},
	"cli.folder.remedy":  {"Name the file in it that holds the orders.", "请指定其中的订单文件。"},
	"cli.no-file":        {"{path} is a pipe or a device. It can be read only once, and reading wants to look back.", "{path} 是管道或设备，只能读取一次，无法回看。"},
	"cli.no-file.remedy": {"Save it to a file first.", "请先保存为文件。"},
	"cli.file":           {"File", "文件"},
	"cli.rows-read":      {"Rows read", "读取行数"},
	"cli.rows-used":      {"Rows used", "采用行数"},
	"cli.customers":      {"Customers", "客户数"},
	"cli.revenue":        {"Revenue", "收入"},
	"cli.period":         {"Period", "时间范围"},
	"cli.window":         {"Silence that counts as lapsed, days", "视为流失的沉默天数"},
	"cli.median":         {"Median days to lapse", "流失天数中位数"},
	"cli.model":          {"Model", "模型"},
	"cli.loglik":         {"Log-likelihood", "对数似然"},
	"cli.equity":         {"Customer equity", "客户权益"},
}
