package i18n

// dialectCatalogue holds what there is to say about how a file is written:
// what it leaves open, what stands before its table, what turns on the way.
var dialectCatalogue = Catalogue{
	// ways of writing dates
	"ingest.date-month":    {"year and month", "年-月"},
	"ingest.date-serial":   {"Excel's count of days", "Excel 日期序号"},
	"ingest.date-epoch":    {"seconds since 1970", "1970 年以来的秒数"},
	"ingest.date-epoch-ms": {"milliseconds since 1970", "1970 年以来的毫秒数"},

	// what a file leaves open
	"ingest.reading-date":      {"{date}", "{date}"},
	"ingest.reading-thousands": {"{value}: the mark parts thousands", "{value}（该符号是千位分隔符）"},
	"ingest.reading-decimals":  {"{value}: the mark begins the decimals", "{value}（该符号是小数点）"},
	"ingest.undecided-dates":   {"Nothing in the file tells which number of {sample} is the day, the month or the year.", "仅凭文件无法判断 {sample} 中哪个数字是日、月或年。"},
	"ingest.undecided-dates-remedy": {"Say how dates are written; whoever made the export knows, or compare one order with its receipt.",
		"请指定日期的写法：可询问导出文件的人，或拿一笔订单与单据核对。"},
	"ingest.undecided-decimal": {"Nothing in the file tells whether {sample} has thousands or three decimals.", "仅凭文件无法判断 {sample} 中的符号是千位分隔符还是小数点。"},
	"ingest.undecided-decimal-remedy": {"Say which mark begins the decimals; compare one amount with what you know.",
		"请指定小数点符号，可拿一个已知金额核对。"},

	// doubts about how it is written
	"ingest.dates-swapped": {"{real} {real|date has|dates have} the year in front and {real|a day|days} up to the 12th, {text} {text|is|are} text with later days. A spreadsheet probably took days for months: in the first kind day and month are swapped.",
		"有 {real} 个日期年份在前且日都不超过 12，另有 {text} 个以文本形式保留、日大于 12。很可能是电子表格把日当成了月，前一类日期的日和月已经对调。"},
	"ingest.dates-swapped-remedy": {"Do not read this file: open the original export again with the date column set to text, or export in the form 2024-03-05.",
		"请不要直接使用该文件：重新打开原始导出文件并将日期列设为文本，或按 2024-03-05 的格式重新导出。"},
	"ingest.quotes-unpaired":        {"Quotes in this file do not pair, so they are read as characters like any other.", "文件中的引号不成对，因此按普通字符读取。"},
	"ingest.quotes-unpaired-remedy": {"If values are split in the preview, set the quoting by hand or export again.", "如果预览中的值被拆开，请手动设置引号方式，或重新导出。"},

	// what changes on the way through a file
	"ingest.dates-turn": {"{rows} {rows|date is|dates are} possible only as {other}, not as {format}; the first, {sample}, stands on line {line}. Where such dates stand, those up to the 12th may be read with day and month swapped.",
		"有 {rows} 个日期只能按{other}理解，不符合{format}，首个为第 {line} 行的 {sample}。在这类日期出现的部分，日不超过 12 的日期可能被读成日月颠倒。"},
	"ingest.dates-turn-remedy": {"Find out where the file changes its way of writing dates, and read the two parts as two files.",
		"请查明文件从哪里改变了日期写法，并拆成两个文件分别读取。"},
	"ingest.numbers-end": {"Column {column} turns from numbers into text on line {line} ({sample}): none of the {rows} {rows|row|rows} from there to the end could be read.",
		"第 {column} 列从第 {line} 行起由数字变为文本（{sample}）：从该行到文件末尾的 {rows} 行都无法读取。"},
	"ingest.dates-end": {"Column {column} turns from dates into something else on line {line} ({sample}): none of the {rows} {rows|row|rows} from there to the end could be read.",
		"第 {column} 列从第 {line} 行起不再是日期（{sample}）：从该行到文件末尾的 {rows} 行都无法读取。"},
	"ingest.turn-remedy": {"Look at the file around that line: often two exports with other columns were put together. Read the second part as a file of its own.",
		"请查看该行前后的内容：常见原因是把列不同的两次导出拼在了一起。请将后一部分作为单独的文件读取。"},
	"ingest.ids-mangled": {"{ids} {ids|identifier was|identifiers were} shortened by a spreadsheet ({sample}): different customers have become one.",
		"有 {ids} 个客户标识被电子表格改成了科学计数法（{sample}）：不同的客户已被合并成一个。"},
	"ingest.ids-mangled-remedy": {"The digits are lost in this file. Export again, and do not open the export in a spreadsheet before, or import that column as text.",
		"该文件中的数字已经丢失。请重新导出，且事先不要用电子表格打开；如需打开，请将该列按文本导入。"},

	// why a row was left out
	"ingest.why-header": {"the header again, in the middle of the file", "文件中间重复出现的表头"},
}
