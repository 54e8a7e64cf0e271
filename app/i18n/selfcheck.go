package i18n

// selfcheckCatalogue holds the words of the self-check of the models. Quantities
// and sources are written as they were published.
var selfcheckCatalogue = Catalogue{
	"screen.selfcheck":  {"Self-check", "数值自检"},
	"selfcheck.link":    {"Self-check of the models", "模型数值自检"},
	"selfcheck.finding": {"Recompute what the literature and other programs published, **here in your browser**, and count the digits that agree.", "**在您的浏览器里**复算文献与其他软件发表的数值，逐位核对。"},
	"selfcheck.run":     {"Run the self-check", "开始自检"},

	"selfcheck.well":       {"All {rows} published {rows|number|numbers} confirmed", "全部 {rows} 个已发表数值均得到证实"},
	"selfcheck.ill":        {"{rows} published {rows|number differs|numbers differ}", "{rows} 个已发表数值不符"},
	"selfcheck.ill.remedy": {"Do not rely on the Value screen in this browser. Another browser, or the command line, would tell where the fault lies.", "请勿依赖本浏览器中的“客户价值”页面。换一个浏览器或用命令行再试，可以判断问题出在哪里。"},
	"selfcheck.tally":      {"{passed} of {rows} numbers agree to every digit printed; {digits} of {of} digits in all.", "{rows} 个数值中有 {passed} 个与发表的每一位都一致；共核对 {of} 位数字，其中 {digits} 位一致。"},
	"selfcheck.cdnow":      {"The CDNOW sample is loaded, and its published fits are among them.", "已导入 CDNOW 样本，其中包括该样本已发表的拟合结果。"},

	"selfcheck.table":     {"{source}, {model}", "{source}，{model}"},
	"selfcheck.quantity":  {"Quantity", "量"},
	"selfcheck.published": {"Published", "发表值"},
	"selfcheck.computed":  {"Computed here", "此处计算"},
	"selfcheck.digits":    {"Digits", "一致位数"},
	"selfcheck.count":     {"{passed} of {rows}", "{passed} / {rows}"},

	"selfcheck.explain":        {"Nothing below is stored: the engine that computes your figures computes these too, now, in this tab.", "以下结果都不是预先存好的：计算您图表的同一引擎，此刻就在本页计算它们。"},
	"selfcheck.explain.tables": {"predictions at published parameters, and fits to counts that are printed in the papers", "按已发表参数所作的预测，以及对论文中所列计数的拟合"},
	"selfcheck.explain.cdnow":  {"the public CDNOW sample, if it is the dataset: load it to see its fits recomputed too", "公开的 CDNOW 样本（若已导入）：导入后会一并复算其拟合结果"},
	"selfcheck.explain.left":   {"published numbers that need data which may not be handed on", "需要不可转发数据的已发表数值"},
	"selfcheck.explain.digits": {"a digit agrees if the number computed rounds to it; two more digits are shown, so that the rounding can be seen", "计算值四舍五入后相同即为一致；多显示两位，便于看清舍入"},
}
