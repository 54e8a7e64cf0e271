package i18n

// cliCatalogue holds what the command line prints and nothing else says.
var cliCatalogue = Catalogue{
	"cli.file":      {"File", "文件"},
	"cli.rows-read": {"Rows read", "读取行数"},
	"cli.rows-used": {"Rows used", "采用行数"},
	"cli.customers": {"Customers", "客户数"},
	"cli.revenue":   {"Revenue", "收入"},
	"cli.period":    {"Period", "时间范围"},
	"cli.window":    {"Silence that counts as lapsed, days", "视为流失的沉默天数"},
	"cli.median":    {"Median days to lapse", "流失天数中位数"},
	"cli.model":     {"Model", "模型"},
	"cli.loglik":    {"Log-likelihood", "对数似然"},
	"cli.equity":    {"Customer equity", "客户权益"},
}
