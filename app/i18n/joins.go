package i18n

// joinsCatalogue holds what lists, their match with the orders, and recipes
// have to say.
var joinsCatalogue = Catalogue{
	// lists
	"ingest.list-customer-remedy": {"Choose the column that holds the customer: it ties this list to the orders.", "请选择表示客户的列：该名单要靠它与订单对应。"},
	"ingest.list-empty":           {"None of {rows} {rows|row|rows} names a customer that counts: all are totals or test customers.", "共 {rows} 行，没有一行是有效客户：全部是合计行或测试客户。"},
	"ingest.list-empty-remedy":    {"Look at the rules for test customers, or choose another file.", "请检查测试客户规则，或选择其他文件。"},
	"ingest.list-bad-dates": {"{values} {values|value|values} in column {column} of {file} ({role}) {values|is|are} no date that could be read, first “{sample}” on line {line}. They count as missing; their rows are kept.",
		"{file} 第 {column} 列（{role}）有 {values} 个值不是可识别的日期，最先是第 {line} 行的“{sample}”。这些值视为缺失，所在行照常保留。"},
	"ingest.list-bad-numbers": {"{values} {values|value|values} in column {column} of {file} ({role}) {values|is|are} no number that could be read, first “{sample}” on line {line}. They count as missing; their rows are kept.",
		"{file} 第 {column} 列（{role}）有 {values} 个值不是可识别的数字，最先是第 {line} 行的“{sample}”。这些值视为缺失，所在行照常保留。"},
	"ingest.list-lost":       {"The quotes of {file} cannot be trusted from line {line} on: the file was cut off there, or a quote is stray. The lines from there on were left out.", "从第 {line} 行起，{file} 的引号不可信：文件可能在此处被截断，或多了一个引号。此后的行未采用。"},
	"ingest.list-why-test":   {"a test customer", "测试客户"},
	"ingest.list-bad-remedy": {"Check the way of writing dates and the decimal mark, or give the column another role.", "请检查日期格式与小数点，或为该列选择其他用途。"},

	// how lists match the orders
	"join.low": {"Of {listed} {listed|customer|customers} in {file} only {matched} {matched|has|have} orders; {buyers} customers have.",
		"{file} 中共有 {listed} 位客户，其中只有 {matched} 位有订单；有订单的客户共 {buyers} 位。"},
	"join.more":      {"{more} more {more|customer|customers} of {file} would match under another rule for customer numbers.", "如果更改客户编号规则，{file} 还能多对应 {more} 位客户。"},
	"join.compare":   {"Compare a customer number of the list with one of the orders: they may be numbers of different programs, or of another column.", "请比较名单与订单中的客户编号：两者可能来自不同系统，或选错了列。"},
	"join.use-case":  {"Switch on “Ignore case”: {more} more {more|customer|customers} would match.", "请打开“忽略大小写”，可多对应 {more} 位客户。"},
	"join.use-zeros": {"Switch on “Ignore leading zeros”: {more} more {more|customer|customers} would match.", "请打开“忽略前导零”，可多对应 {more} 位客户。"},
	"join.use-width": {"Switch on “Ignore full width”: {more} more {more|customer|customers} would match.", "请打开“忽略全角与半角之别”，可多对应 {more} 位客户。"},

	// recipes
	"ingest.recipe-large":          {"This is larger than {limit}: no recipe is.", "文件超过 {limit}，不可能是读取方案文件。"},
	"ingest.recipe-foreign":        {"This is no recipe of Churnbench.", "这不是流失分析工作台的读取方案文件。"},
	"ingest.recipe-broken":         {"The recipe cannot be read: {reason}", "读取方案文件无法解析：{reason}"},
	"ingest.recipe-value":          {"The recipe says “{value}” for “{field}”, which is not known.", "读取方案文件中“{field}”的值“{value}”无法识别。"},
	"ingest.recipe-remedy":         {"Choose a file that “Save recipe” has written, or set columns and formats by hand.", "请选择由“保存读取方案”生成的文件，或手动设置各列与格式。"},
	"ingest.recipe-version":        {"The recipe is of version {version}; this program knows up to {known}.", "读取方案文件版本为 {version}，本程序最高支持 {known}。"},
	"ingest.recipe-version-remedy": {"Open it with the newer program that wrote it, or save a recipe anew.", "请用生成它的新版程序打开，或重新保存读取方案。"},

	"ingest.recipe-other":        {"The recipe is for other files: most of its columns are not in this one.", "读取方案不适用于该文件：读取方案中的大部分列在文件里找不到。"},
	"ingest.recipe-other-remedy": {"Check the proposed columns, or choose another recipe.", "请核对系统建议的列，或选择其他读取方案。"},
	"ingest.recipe-gone":         {"The column “{name}”, by the recipe the {role}, is not in this file.", "读取方案中作为{role}的列“{name}”不在该文件中。"},
	"ingest.recipe-gone-remedy":  {"If it has another name now, choose that column by hand.", "如果该列已改名，请手动选择对应的列。"},
	"ingest.recipe-replaced":     {"The column “{name}”, by the recipe the {role}, is not in this file. Column {column} was taken in its place.", "读取方案中作为{role}的列“{name}”不在该文件中，已改用第 {column} 列。"},

	"ingest.recipe-encoding":       {"By the recipe the file is written in {recipe}; this one is in {file}, and is read so.", "读取方案中的编码是 {recipe}，而该文件是 {file}，已按后者读取。"},
	"ingest.recipe-delimiter":      {"By the recipe “{recipe}” parts the columns; in this file it is “{file}”, and it is read so.", "读取方案中的分隔符是“{recipe}”，而该文件用“{file}”，已按后者读取。"},
	"ingest.recipe-dates":          {"By the recipe dates are written as {recipe}; this file has dates that are possible only as {file}, and is read so.", "读取方案中的日期格式是{recipe}，而该文件中有只能按{file}理解的日期，已按后者读取。"},
	"ingest.recipe-decimal":        {"By the recipe the decimal mark is “{recipe}”; this file has numbers that are possible only with “{file}”, and is read so.", "读取方案中的小数点是“{recipe}”，而该文件中有只能以“{file}”为小数点的数字，已按后者读取。"},
	"ingest.recipe-differs-remedy": {"Look at a few values in the preview. If the export was changed for good, save the recipe anew.", "请在预览中核对几个值。如果导出格式今后都如此，请重新保存读取方案。"},
	"ingest.recipe-window":         {"By the recipe the observation ends on {to}. Rows after that day are left out.", "读取方案将观察截止日定为 {to}，此后的行不会计入。"},
	"ingest.recipe-window-remedy":  {"For a new month, clear that day or set a later one.", "分析新月份时，请清除该日期或改为更晚的日期。"},
}
