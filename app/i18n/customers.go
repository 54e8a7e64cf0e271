package i18n

// customersCatalogue holds the words of the Customers screen.
var customersCatalogue = Catalogue{
	"customers.finding":          {"All **{customers}** customers.", "全部 **{customers} 位**客户。"},
	"customers.finding.segment":  {"{segment}: **{shown}** of {customers} customers.", "{segment}：{customers} 位客户中的 **{shown} 位**。"},
	"customers.finding.filtered": {"**{shown}** of {customers} customers.", "{customers} 位客户中的 **{shown} 位**。"},
	"customers.cell":             {"Cohort {cohort}, retained in period {k}", "同期群 {cohort}，第 {k} 期留存"},
	"customers.cell.clear":       {"Show all customers", "显示全部客户"},
	"customers.order.up":         {"Sorted by “{column}”, ascending; press a heading to change that.", "按“{column}”升序排列，点击表头可更改。"},
	"customers.order.down":       {"Sorted by “{column}”, descending; press a heading to change that.", "按“{column}”降序排列，点击表头可更改。"},
	"customers.save":             {"Save all as CSV", "全部保存为 CSV"},
	"customers.search":           {"Search", "搜索"},
	"customers.search.hint":      {"Part of a number or name", "客户编号或名称的一部分"},
	"customers.all":              {"All segments", "全部客户群"},
	"customers.foot":             {"Scores, P(alive) and CLV as on the screens Segments and Value; CLV looks ahead from the last day of the data.", "评分、活跃概率、客户终身价值与“分群”“客户价值”页面一致；价值自数据最后一天起预测。"},
	"customers.id":               {"Customer", "客户"},
	"customers.segment":          {"Segment", "客户群"},
	"customers.last":             {"Last purchase", "最近购买"},
	"customers.days":             {"Purchase days", "购买天数"},
	"customers.spend":            {"Spend", "累计消费"},
	"customers.rfm":              {"Scores for recency, frequency and spend", "最近购买、购买频率、消费金额的分数"},
	"customers.alive":            {"P(alive)", "活跃概率"},
	"customers.expected":         {"Expected purchases", "预期购买次数"},
	"customers.clv":              {"CLV", "客户终身价值"},
}
