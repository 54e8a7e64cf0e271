package i18n

// bytesCatalogue says what is wrong with a file before its rows are looked at:
// archives, workbooks, and kinds of files that are no table.
var bytesCatalogue = Catalogue{
	"unpack.several": {"{file} holds {tables} tables: {names}.", "{file} 中有 {tables} 个表：{names}。"},
	"unpack.several-remedy": {"Choose one of them, or unpack the file and choose the tables one by one.",
		"请选择其中一个；也可以先解压，再逐个选择。"},
	"unpack.missing":        {"{file} no longer holds “{member}”.", "{file} 中已没有“{member}”。"},
	"unpack.missing-remedy": {"It may have been changed since you chose it. Choose it again.", "该文件可能在选择之后被修改过，请重新选择。"},
	"unpack.damaged":        {"{file} is damaged or incomplete.", "{file} 已损坏或不完整。"},
	"unpack.damaged-remedy": {"Download or export it again. If it opens elsewhere, save it there as CSV and choose that file.",
		"请重新下载或导出。如果其他程序能打开，请另存为 CSV 再选择。"},
	"unpack.method":         {"{file} is compressed in a way that cannot be undone here.", "{file} 的压缩方式无法在此解开。"},
	"unpack.by-hand-remedy": {"Unpack it with the program you usually use, and choose the files in it.", "请先用常用的解压软件解压，再选择其中的文件。"},
	"unpack.encrypted":      {"{file} is protected by a password.", "{file} 受密码保护。"},
	"unpack.encrypted-remedy": {"Unpack it with the password, or save it without one, and choose the result.",
		"请用密码解压，或另存为不带密码的文件，再选择该文件。"},
	"unpack.too-large": {"{file} unpacks to {size} or more; at most {limit} can be held.", "{file} 解压后达到 {size} 或更大，最多只能容纳 {limit}。"},
	"unpack.too-large-remedy": {"Unpack it and choose the file in it, or export a shorter period.",
		"请先解压再选择其中的文件，或导出较短的时间范围。"},
	"unpack.too-many":        {"The archive holds more than {limit} files.", "压缩包中的文件超过 {limit} 个。"},
	"unpack.no-table":        {"{file} holds no file that could be a table.", "{file} 中没有可作为表格的文件。"},
	"unpack.no-table-remedy": {"Look what is in it, and choose the export itself: a CSV file or a workbook.", "请查看其内容，直接选择导出文件：CSV 或工作簿。"},
	"unpack.no-cells-remedy": {"Look whether the export found anything, and save the workbook again.", "请确认导出范围内有数据，并重新保存工作簿。"},

	// what a file is
	"unpack.kind-tar":      {"a tape archive (.tar)", "tar 归档文件"},
	"unpack.kind-xlsb":     {"a binary workbook (.xlsb)", "二进制工作簿（.xlsb）"},
	"unpack.kind-ods":      {"an OpenDocument file (.ods)", "OpenDocument 文件（.ods）"},
	"unpack.kind-numbers":  {"a document of Apple Numbers or its relatives", "Apple Numbers 等程序的文档"},
	"unpack.kind-no-cells": {"a workbook without a single value", "没有任何数据的工作簿"},
	"ingest.kind-archive":  {"an archive of a kind that cannot be opened here (7z, RAR, bzip2, xz or the like)", "无法在此打开的压缩包（7z、RAR、bzip2、xz 等）"},
	"ingest.kind-locked":   {"a workbook protected by a password", "受密码保护的工作簿"},
	"ingest.kind-json":     {"JSON, not a table", "JSON 数据，而不是表格"},
	"ingest.kind-ebcdic":   {"text in EBCDIC, as mainframes write it", "大型机使用的 EBCDIC 编码文本"},
	"ingest.kind-utf32":    {"text in UTF-32", "UTF-32 编码的文本"},
	"ingest.kind-utf7":     {"text in UTF-7", "UTF-7 编码的文本"},

	// what to do about it
	"ingest.archive-remedy":  {"Unpack it with the program you usually use, and choose the files in it.", "请先用常用的解压软件解压，再选择其中的文件。"},
	"ingest.old-xls-remedy":  {"Open it in Excel or WPS, choose “Save as” and the type “.xlsx” or “CSV UTF-8”, and drop that file here.", "请用 Excel 或 WPS 打开，“另存为”.xlsx 或“CSV UTF-8”格式，再拖入该文件。"},
	"ingest.locked-remedy":   {"Open it with its password, save it without one, and drop that file here.", "请用密码打开，另存为不带密码的文件，再拖入。"},
	"ingest.json-remedy":     {"Export the same data as CSV. A saved recipe opens only if it was written by this program.", "请将同样的数据导出为 CSV。已存的导入配方只有由本程序写出的才能打开。"},
	"ingest.recoding-remedy": {"Save it as CSV in UTF-8, and choose that file.", "请另存为 UTF-8 编码的 CSV，再选择该文件。"},
	"ingest.undecodable-looks": {"The lines concerned look like {encoding}. If the whole file is in it, choose that encoding and read the file again.",
		"相关的行看起来像是 {encoding}。如果整个文件都是该编码，请选择它并重新读取。"},
}
