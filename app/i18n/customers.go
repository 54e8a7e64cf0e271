package i18n

// customersCatalogue holds the words of the Customers screen.
var customersCatalogue = Catalogue{
	"customers.finding":          {"All **{customers}** customers. Press a heading to sort.", "全部 **{customers}** 位客户。点击表头可排序。"},
	"customers.finding.filtered": {"**{shown}** of {customers} customers.", "{customers} 位客户中的 **{shown}** 位。"},
	"customers.search":           {"Search", "搜索"},
	"customers.search.hint":      {"Part of a customer's number or name", "客户编号或名称的一部分"},
	"customers.all":              {"All segments", "全部分群"},
	"customers.foot":             {"Scores, P(alive) and CLV as on the screens Segments and Value; CLV looks ahead from the last day of the data.", "评分、P(活跃)、客户终身价值与“分群”“客户价值”页面一致；自数据末日起预测。"},
	"customers.id":               {"Customer", "客户"},
	"customers.segment":          {"Segment", "分群"},
	"customers.last":             {"Last purchase", "最近购买"},
	"customers.days":             {"Purchase days", "购买日数"},
	"customers.spend":            {"Spend", "消费"},
	"customers.alive":            {"P(alive)", "P(活跃)"},
	"customers.expected":         {"Expected", "预期购买"},
	"customers.clv":              {"CLV", "客户终身价值"},
}
