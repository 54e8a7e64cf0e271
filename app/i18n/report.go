package i18n

// reportCatalogue holds the words of the Report screen and of reports.
var reportCatalogue = Catalogue{
	"screen.report": {"Report", "报告"},

	"report.untitled": {"Customer churn report", "客户流失分析报告"},
	"report.file":     {"churn-report", "流失分析报告"},

	"report.finding":       {"**{shown} {shown|exhibit|exhibits}** in the report, which prints as the preview shows.", "报告中有 **{shown} 项图表**，预览即打印效果。"},
	"report.finding.busy":  {"{shown} {shown|exhibit|exhibits} in the report; **{busy} more {busy|is|are} being computed**.", "报告中有 {shown} 项图表，**另有 {busy} 项正在计算**。"},
	"report.finding.empty": {"Choose figures and tables, put them in order and add your own words: the report opens anywhere and prints as you see it.", "选择图表，排好顺序，加上自己的说明：报告在任何电脑上都能打开，所见即打印所得。"},

	"report.preview": {"Preview of the report", "报告预览"},
	"report.save":    {"Save as HTML", "保存为HTML"},
	"report.print":   {"Print", "打印"},

	"report.title":  {"Title", "标题"},
	"report.client": {"For", "客户名称"},
	"report.author": {"By", "作者"},
	"report.paper":  {"Paper", "纸张"},
	"report.letter": {"US Letter", "信纸（Letter）"},

	"report.contents":     {"Contents", "报告内容"},
	"report.empty":        {"The report is still empty. Begin with a proposal, or choose exhibits below; in every figure’s menu there is “Add to report”, too.", "报告还是空的。可以从建议的内容开始，或在下方选择图表；每张图的菜单里也有“加入报告”。"},
	"report.begin":        {"Begin with a standard report", "从标准报告开始"},
	"report.add.heading":  {"Heading", "小标题"},
	"report.add.note":     {"Note", "说明文字"},
	"report.add.summary":  {"Main findings", "主要结论"},
	"report.kind.summary": {"Main findings", "主要结论"},
	"report.summary":      {"Main findings", "主要结论"},
	"report.add.break":    {"Page break", "分页符"},
	"report.kind.heading": {"Heading", "小标题"},
	"report.kind.note":    {"Note", "说明文字"},
	"report.kind.break":   {"Page break", "分页符"},
	"report.up":           {"Move up: {block}", "上移：{block}"},
	"report.down":         {"Move down: {block}", "下移：{block}"},
	"report.remove":       {"Remove: {block}", "移除：{block}"},
	"report.caption":      {"Caption", "图注"},
	"report.numbers":      {"Show its numbers as a table, too", "同时以表格列出数据"},
	"report.note.hint":    {"Words between double stars become bold; a line that begins with a dash is a list item; an empty line begins a paragraph.", "前后各加两个星号的文字会加粗；行首加短横线成为列表；空行另起一段。"},

	"report.choose":      {"Figures and tables", "图表"},
	"report.choose.lead": {"What has not been computed yet is computed when you choose it.", "尚未计算的图表，选中后即开始计算。"},
	"report.choose.none": {"Nothing is called that.", "没有这样的图表。"},
	"report.search":      {"Find a figure or table", "查找图表"},

	"report.add":           {"Add to report", "加入报告"},
	"report.added":         {"“{title}” is in the report.", "“{title}”已加入报告。"},
	"report.added.already": {"“{title}” is in the report already.", "“{title}”已在报告中。"},

	"report.chapter.data":       {"What the numbers rest on", "数据基础"},
	"report.chapter.definition": {"What counts as a loss", "何为流失"},
	"report.chapter.churn":      {"How many leave", "流失了多少"},
	"report.chapter.retention":  {"Who stays, and for how long", "谁留下，留多久"},
	"report.chapter.segments":   {"Who they are", "客户是谁"},
	"report.chapter.value":      {"What they are worth", "客户值多少"},

	"report.figure":   {"Figure {n}", "图 {n}"},
	"report.table":    {"Table {n}", "表 {n}"},
	"report.numbered": {"{number}: {title}", "{number}：{title}"},
	"report.and":      {" · ", " · "},
	"report.rows":     {"The first {n} of {all} rows.", "共 {all} 行，此处列出前 {n} 行。"},
	"report.columns":  {"{title}, {first} to {last}", "{title}（{first}至{last}）"},
	"report.methods":  {"How the numbers came about", "计算方法"},
	"report.doubts":   {"What to be careful about", "需要留意之处"},

	"report.busy":           {"Being computed …", "正在计算……"},
	"report.missing.data":   {"The dataset does not hold what this needs.", "当前数据不含所需内容。"},
	"report.missing.enough": {"Not enough data.", "数据不足。"},

	"report.fact.data":        {"Data", "数据"},
	"report.fact.observed":    {"Observed", "观察期"},
	"report.fact.days":        {"{first} – {end}", "{first}至{end}"},
	"report.fact.loss":        {"Counted as lost", "流失定义"},
	"report.fact.rows":        {"Rows", "行数"},
	"report.fact.rows.text":   {"{used} used of {read} read", "读取 {read} 行，采用 {used} 行"},
	"report.fact.customers":   {"Customers", "客户"},
	"report.fact.made":        {"Made on", "制作日期"},
	"report.fact.program":     {"Made with", "制作工具"},
	"report.fact.fingerprint": {"Fingerprint", "数据指纹"},
	"report.foot":             {"Lost: {loss} · {data} · until {end} · {day} · Churnbench {version}", "流失：{loss} · {data} · 截至{end} · {day} · 流失分析工作台 {version}"},
}
