package i18n

// profilesCatalogue holds the words of profile views: groups of customers side by side.
var profilesCatalogue = Catalogue{
	"groups.by.orders":           {"By orders", "按订单"},
	"groups.several":             {"A customer may have orders of several values: they do not divide customers into groups that share nobody.", "一位客户的订单可能含多个取值，无法据此把客户划分为互不重叠的组。"},
	"groups.orders-past":         {"Groups by orders are only known at the observation end.", "按订单划分的分组只在观察期末可知。"},
	"profiles.all":               {"All customers", "全部客户"},
	"profiles.others":            {"{n} more groups", "其余 {n} 组"},
	"profiles.by-orders":         {"{column}, by orders", "{column}（按订单）"},
	"profiles.no-measure":        {"Groups cannot be compared by “{measure}”.", "无法按“{measure}”比较各组。"},
	"profiles.no-view":           {"There is no view “{view}”.", "没有“{view}”这一视图。"},
	"profiles.bad-after":         {"Day {day} cannot be looked at: choose 1 or later.", "无法查看第 {day} 天：请选择第 1 天或之后。"},
	"profiles.bad-cuts":          {"The bounds of groups must ascend.", "各组的界限必须递增。"},
	"profiles.after":             {"Nobody has been watched for {day} days: the share still here is not known.", "没有任何客户的观察期达到 {day} 天，无法得知仍在的占比。"},
	"profiles.mixed":             {"{customers} {customers|customer has|customers have} had several values of “{column}”; the latest counts, and may be known only because they stayed.", "{customers} 位客户的“{column}”有过多个取值，以最近一次为准；而正因为留下来才会有新的取值。"},
	"profiles.overlap":           {"Customers count in each value that they have an order of: shares add up to more than 100 %, and who buys often is in more groups.", "客户在其订单涉及的每个取值中各计一次：占比之和超过 100%，且购买越多的客户出现在越多的组里。"},
	"profiles.circular":          {"These groups look at what decides the loss as well: their churn rates differ by construction.", "这些分组本身就依据判定流失的信息：其流失率的差异部分来自定义本身。"},
	"profiles.tiers":             {"Tiers are by all revenue so far: customers who stayed longer have had more time to bring it.", "层级按迄今全部收入划分：留得更久的客户有更多时间贡献收入。"},
	"profiles.days":              {"Groups by date have been watched for different times: compare the share still here rather than the churn rate.", "按日期分组的客户观察时间不同：请比较“仍在的占比”，而非流失率。"},
	"progress.profiles":          {"Comparing groups", "正在比较各组"},
	"profiles.missing.margin":    {"A column of **margin or cost** in the orders would show what each group earns, not only what it brings.", "订单中若有**毛利或成本**列，即可看到各组赚了多少，而不仅是带来多少收入。"},
	"profiles.missing.sales":     {"A column of **category, channel or region** would show where each group buys, and what.", "若有**品类、渠道或地区**列，即可看到各组在哪里购买、购买什么。"},
	"profiles.missing.model":     {"A fitted model (screen **Value**) would show what each group is expected to bring.", "在**客户价值**页拟合模型后，即可看到各组预计带来多少。"},
	"profiles.missing.source":    {"A column of the **source of customers** would show where the customers come from who are worth most.", "若有**获客来源**列，即可看到最有价值的客户来自哪里。"},
	"profiles.missing.product":   {"A column of **product or category** would show which products go with staying.", "若有**产品或品类**列，即可看到哪些产品与留存相关。"},
	"profiles.missing.campaign":  {"A column or list of **campaigns** would show how those who were in one differ from those who were not.", "若有**营销活动**列或名单，即可看到参与者与未参与者的差别。"},
	"profiles.missing.attribute": {"A column that describes customers (**region, source, tier, plan, account manager**) would show who they are.", "若有描述客户的列（**地区、来源、等级、套餐、客户经理**），即可看到客户是谁。"},
}
