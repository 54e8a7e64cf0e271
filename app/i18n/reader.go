package i18n

// readerCatalogue holds what reading several files whole, and the rules that look
// at more than one row, can have to say.
var readerCatalogue = Catalogue{
	"ingest.all-refunded":          {"Refunds took back every purchase: of {rows} {rows|row|rows} no order is left.", "所有购买都被退款冲销：{rows} 行中没有剩下任何订单。"},
	"ingest.all-refunded-remedy":   {"Choose another refund rule, or look whether amounts have the wrong sign.", "请选择其他退款规则，或检查金额的正负号是否相反。"},
	"ingest.all-tests":             {"All of {rows} {rows|row|rows} belong to customers that count as tests: {samples}.", "全部 {rows} 行都属于被视为测试的客户：{samples}。"},
	"ingest.all-tests-remedy":      {"Correct the patterns of test customers, or choose another column as customer.", "请修改测试客户的匹配模式，或选择其他列作为客户。"},
	"ingest.file-unused":           {"Of {file} no row was used: all {rows} {rows|was|were} left out.", "{file} 没有一行被采用：{rows} 行全部排除。"},
	"ingest.column-dropped":        {"The column “{name}” has more than {limit} different texts or very long ones. It was not kept.", "“{name}”列的不同文本超过 {limit} 种或过长，未予保留。"},
	"ingest.column-dropped-remedy": {"To group by it, put its values into fewer classes before.", "如需按该列分组，请先把取值归并为较少的类别。"},

	"ingest.identical": {"{rows} {rows|row is|rows are} the same as one further up, character for character ({share} of those used). {rows|It was|They were} counted.",
		"有 {rows} 行与前面的某一行完全相同（占采用行的 {share}），目前照常计入。"},
	"ingest.identical-remedy": {"Where each row carries an order number, or the export may hold a part twice, choose to leave duplicates out.",
		"如果每行都有订单号，或导出文件可能有重复部分，请选择排除重复行。"},
	"ingest.too-large": {"The file has about {all} {all|row|rows}; there is memory for about {rows}.", "文件约有 {all} 行，而可用内存只够约 {rows} 行。"},
	"ingest.too-large-remedy": {"Set a window of dates, keep fewer columns, split the file by year, or use the command line, which may take all of the machine's memory.",
		"请设置日期范围、减少保留的列、按年份拆分文件，或使用命令行版本（可使用整机内存）。"},

	"ingest.why-test":      {"the identifier is that of a test customer", "是测试客户的标识"},
	"ingest.why-future":    {"the date lies in the future", "日期在未来"},
	"ingest.why-unmatched": {"a refund larger than all that was bought before", "退款大于此前的全部购买"},
	"ingest.why-duplicate": {"the same row stands further up", "与前面的某一行完全相同"},
}
