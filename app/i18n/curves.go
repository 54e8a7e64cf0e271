package i18n

// curvesCatalogue holds what following customers says: whom it leaves out, and by what
// it parts them.
var curvesCatalogue = Catalogue{
	"survival.cause.other":   {"other causes", "其他原因"},
	"survival.cause.unknown": {"cause unknown", "原因不明"},
	"survival.group.other":   {"other values", "其他取值"},
	"survival.tier.top":      {"top tier", "最高层级"},
	"survival.tier.middle":   {"middle tier", "中间层级"},
	"survival.tier.rest":     {"the rest", "其余客户"},

	"survival.left.before": {"{customers} {customers|customer|customers} left before the book begins and {customers|is|are} not counted.", "{customers} 位客户在记录开始之前已经离开，未计入。"},
	"survival.left.late":   {"{customers} {customers|customer|customers} began after the end of observation and {customers|is|are} not counted.", "{customers} 位客户在观察截止之后才开始，未计入。"},
	"survival.left.tenure": {"{customers} {customers|customer has|customers have} no usable tenure and {customers|is|are} not counted.", "{customers} 位客户没有可用的时长，未计入。"},
	"survival.left.entry":  {"{customers} {customers|customer was|customers were} never watched and {customers|is|are} not counted: the watch began no earlier than they were last seen.", "{customers} 位客户从未处于观察之中（开始观察时已是最后所见之时），未计入。"},

	"survival.folded": {"“{column}” has more values than a figure can tell apart: the {shown} largest are shown, the other {values} together.", "“{column}”的取值太多，一张图无法分辨：单独显示最大的 {shown} 组，其余 {values} 组合并显示。"},

	"survival.bad-gap":          {"A gap of {gap} days between contracts makes no sense. Choose 0 or more.", "合同之间的间隔 {gap} 天没有意义，请选择 0 或以上。"},
	"survival.group-dates":      {"“{column}” holds dates, by which customers cannot be grouped.", "“{column}”是日期列，无法据此分组。"},
	"survival.one-group":        {"All customers have the same value of “{column}”, or none: there is nothing to compare.", "所有客户的“{column}”都相同或缺失，无从比较。"},
	"survival.one-group.remedy": {"Choose another column to group by, or none.", "请选择其他列分组，或不分组。"},
	"survival.one-tier":         {"What customers brought at first does not tell them apart: there are no tiers to compare.", "客户最初带来的收入没有差别，无法划分层级。"},
	"survival.no-causes":        {"The data do not tell causes of loss apart.", "数据没有区分流失原因。"},
	"survival.no-causes.remedy": {"Give a column the role of reason, and load the file again.", "请把某一列设为流失原因，然后重新读取。"},

	"survival.book-starts":        {"No contract in the book ends before {day}, although {customers} customers began earlier and about {expected} of such should have left by then. Customers who left earlier seem to be missing, so that the curves are too high.", "记录中没有一份合同在 {day}之前结束，而有 {customers} 位客户在那之前开始，按之后的情况估计其间应有约 {expected} 位离开。更早离开的客户似乎缺失，曲线因此偏高。"},
	"survival.book-starts.remedy": {"Say that the book begins on {day}: earlier customers then enter at the age they had reached by that day.", "请指定记录自 {day}开始：更早的客户将按当时已有的时长进入观察。"},

	"engine.no-basis":  {"The data hold no {basis}.", "数据中没有 {basis}。"},
	"engine.no-column": {"There is no column {column} of what is known of customers.", "客户资料中没有第 {column} 列。"},

	"survival.basis.orders":    {"order log: from the first purchase until likely lapsed", "订单：自首次购买至可能流失"},
	"survival.basis.contracts": {"contracts: from the first day under contract to the first without one", "合同：自合同首日至首个不在合同期内之日"},
	"survival.basis.tenures":   {"tenures: as the file gives them", "时长：按文件所载"},
	"survival.in.day":          {"days", "天"},
	"survival.in.week":         {"weeks", "周"},
	"survival.in.month":        {"months", "月"},
	"survival.in.quarter":      {"quarters", "季度"},
	"survival.in.year":         {"years", "年"},
	"survival.lost":            {"Lost", "已流失"},
	"survival.median":          {"Median", "中位数"},
	"survival.rmst":            {"Restricted mean", "限制平均时长"},
	"survival.here":            {"Still here", "仍未流失"},
	"survival.at-risk":         {"at risk", "在险人数"},
	"survival.tests":           {"Do groups differ?", "各组是否不同？"},
	"survival.test.logrank":    {"Log-rank", "Log-rank 检验"},
	"survival.test.peto":       {"Peto and Peto", "Peto–Peto 检验"},
	"survival.laws":            {"Distributions (* lowest AIC)", "分布拟合（* AIC 最低）"},
	"survival.holm":            {"Pairs by log-rank; their p is adjusted for all pairs (Holm).", "两两比较用 log-rank；p 值已按全部配对校正（Holm）。"},

	"hazards.ratio":        {"Hazard ratio", "风险比"},
	"hazards.missing":      {"no value", "缺失"},
	"hazards.all":          {"all together", "全部"},
	"hazards.proportional": {"Does the ratio change with age? (proportional hazards)", "风险比是否随时间变化？（比例风险检验）"},
	"hazards.fit":          {"Cox regression of {customers} customers, {lost} lost. Concordance {concordance}; likelihood-ratio test p {p}.", "Cox 回归：{customers} 位客户，{lost} 位已流失。一致性指数 {concordance}；似然比检验 p {p}。"},

	"cli.lifetimes": {"Durations of", "时长来源"},
	"cli.durations": {"Times in {unit}; means within {tau}; {level} intervals", "时间单位：{unit}；平均值限于 {tau} 以内；{level} 置信区间"},
	"cli.interval":  {"Interval", "区间"},
}
