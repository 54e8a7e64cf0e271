package i18n

// ratesCatalogue holds what rates and movements say: their names, what each is a share
// of, and every doubt about them.
var ratesCatalogue = Catalogue{
	"progress.rates": {"Counting movements", "正在统计客户变动"},

	"rates.basis.orders":    {"Orders", "订单"},
	"rates.basis.contracts": {"Contracts", "合同"},

	"rates.grain.month":   {"Month", "月"},
	"rates.grain.quarter": {"Quarter", "季度"},
	"rates.grain.year":    {"Year", "年"},
	"rates.grain.days":    {"Fixed number of days", "固定天数"},
	"rates.grain.cuts":    {"Own dates", "自定日期"},

	"rates.period":               {"Period", "期间"},
	"rates.customers.start":      {"Customers at the start", "期初客户"},
	"rates.customers.new":        {"New", "新客户"},
	"rates.customers.back":       {"Reactivated", "回流客户"},
	"rates.customers.churned":    {"Churned", "流失客户"},
	"rates.customers.end":        {"Customers at the end", "期末客户"},
	"rates.customers.passing":    {"Joined and left within the period", "期内加入又离开"},
	"rates.customers.lapsed":     {"Lapsed at the start", "期初已流失"},
	"rates.revenue.start":        {"Revenue at the start", "期初收入"},
	"rates.revenue.new":          {"New", "新增"},
	"rates.revenue.back":         {"Reactivation", "回流"},
	"rates.revenue.expansion":    {"Expansion", "增购"},
	"rates.revenue.contraction":  {"Contraction", "减购"},
	"rates.revenue.churn":        {"Churn", "流失"},
	"rates.revenue.end":          {"Revenue at the end", "期末收入"},
	"rates.revenue.taken":        {"Revenue of the period", "期内收入"},
	"rates.revenue.trailing":     {"Revenue at a date is what customers ordered in the {days} {days|day|days} before it.", "某日的收入，是客户在此前 {days} 天内的订单金额。"},
	"rates.revenue.recurring":    {"Revenue at a date is the recurring revenue of a month.", "某日的收入，是当时的月度经常性收入。"},
	"rates.measure.churn":        {"Customer churn rate", "客户流失率"},
	"rates.measure.monthly":      {"Churn rate, rescaled to a month", "流失率（折算为月）"},
	"rates.measure.yearly":       {"Churn rate, rescaled to a year", "流失率（折算为年）"},
	"rates.measure.weighted":     {"Churn rate, weighted by tier", "流失率（按层级加权）"},
	"rates.measure.reactivation": {"Reactivation rate", "回流率"},
	"rates.measure.grr":          {"Gross revenue retention (GRR)", "毛收入留存率（GRR）"},
	"rates.measure.nrr":          {"Net revenue retention (NRR)", "净收入留存率（NRR）"},
	"rates.measure.nrr-with":     {"NRR with reactivation", "净收入留存率（含回流）"},
	"rates.measure.gross-churn":  {"Gross revenue churn", "毛收入流失率"},
	"rates.measure.net-churn":    {"Net revenue churn", "净收入流失率"},
	"rates.measure.quick":        {"Quick ratio", "速动比率（Quick ratio）"},
	"rates.measure.arpu":         {"ARPU", "每用户平均收入（ARPU）"},
	"rates.measure.arpa":         {"ARPA at the end", "期末每客户收入（ARPA）"},
	"rates.measure.aov":          {"Average order value", "平均订单金额"},

	"rates.of.start-customers":   {"of customers at the start", "占期初客户"},
	"rates.of.lapsed-customers":  {"of customers who had lapsed by the start", "占期初已流失客户"},
	"rates.of.weighed-customers": {"of customers at the start, weighed by their tiers", "占期初客户（按层级加权）"},
	"rates.of.average-customers": {"per average customer: half of start and end", "按平均客户数（期初与期末的平均）"},
	"rates.of.end-customers":     {"per customer at the end", "按期末客户数"},
	"rates.of.start-revenue":     {"of revenue at the start", "占期初收入"},
	"rates.of.lost-revenue":      {"gained ÷ lost revenue", "获得的收入 ÷ 失去的收入"},
	"rates.of.orders":            {"per order", "按订单数"},

	"rates.signal.beyond": {"outside the control limits", "超出控制限"},
	"rates.signal.two":    {"two of three in a row beyond two standard errors, on one side", "连续三点中有两点在同侧超出两倍标准误"},
	"rates.signal.run":    {"eight or more in a row on one side of the centre line", "连续八点或更多在中心线同侧"},

	"rates.repeat.about":  {"Second purchase, on another day than the first:", "第二次购买（与首次不在同一天）："},
	"rates.repeat.within": {"Within", "首购后"},
	"rates.repeat.rate":   {"Chance (Kaplan–Meier)", "概率（Kaplan–Meier）"},
	"rates.repeat.raw":    {"Plain ratio", "简单比例"},
	"rates.repeat.ever":   {"So far", "至今"},

	"cli.rates.hidden":    {"{periods} earlier {periods|period is|periods are} not printed; --all prints them.", "更早的 {periods} 个期间没有列出，加 --all 可全部列出。"},
	"cli.rates.unsettled": {"* The data do not reach back a window before the start: not in means, nor in the control chart.", "* 期初之前的数据不足一个窗口：不计入均值和控制图。"},
	"cli.rates.last":      {"Rates of {period}", "{period}的各项比率"},
	"cli.rates.recent":    {"Last {periods} {periods|period|periods} together, {from} to {to}", "最近 {periods} 个期间合计（{from}至{to}）"},
	"cli.rates.mean":      {"Mean of the periods’ churn rates", "各期流失率的简单平均"},
	"cli.rates.control":   {"Control chart: centre {centre} over {periods} periods; unlike chance: {signals}", "控制图：{periods} 个期间的中心线为 {centre}；不像偶然的点：{signals} 个"},

	"cli.rates.signal": {"{period}: {rate}, {signal}", "{period}：{rate}，{signal}"},

	"rates.empty": {
		"There are no customers to count.",
		"没有可以统计的客户。"},
	"rates.no-dates": {
		"“{file}” holds neither orders nor contracts with dates, so nothing can be said of periods.",
		"“{file}”中既没有订单，也没有带日期的合同，无法按期间统计。"},
	"rates.no-dates.remedy": {
		"Add a file of orders, or of contracts with start and end dates.",
		"请添加订单文件，或带有起止日期的合同文件。"},
	"rates.no-contracts": {
		"“{file}” holds no contracts.",
		"“{file}”中没有合同。"},
	"rates.no-contracts.remedy": {
		"Count by orders, or add a file of contracts with start and end dates.",
		"请按订单统计，或添加带有起止日期的合同文件。"},
	"rates.bad-basis": {
		"Rates cannot be counted from “{basis}”. Choose orders or contracts.",
		"无法根据“{basis}”统计，请选择订单或合同。"},
	"rates.no-period": {
		"No whole period lies between {first} and {end}.",
		"从 {first} 到 {end} 之间没有一个完整的期间。"},
	"rates.no-period.remedy": {
		"Choose shorter periods, or load more data.",
		"请选择更短的期间，或导入更多数据。"},
	"rates.bad-grain": {
		"There is no period called “{grain}”. Choose month, quarter, year, days or cuts.",
		"没有名为“{grain}”的期间，请选择月、季度、年、固定天数或自定日期。"},
	"rates.bad-days": {
		"A period cannot be {days} days long.",
		"期间长度不能是 {days} 天。"},
	"rates.bad-cuts": {
		"Own periods need two dates or more, each after the one before.",
		"自定期间至少需要两个日期，且须按先后顺序排列。"},
	"rates.bad-gap": {
		"A gap of {days} days between contracts cannot be allowed.",
		"合同之间允许的空档不能是 {days} 天。"},
	"rates.bad-trailing": {
		"Revenue cannot be added up over {days} days.",
		"不能按 {days} 天累计收入。"},
	"rates.span": {
		"The data run from {first} to {end}. That cannot be right: check how the dates were read.",
		"数据的日期从 {first} 到 {end}，这不合理，请检查日期的识别方式。"},

	"rates.worth.about":    {"What a customer is worth if churn stays what it is, by simple formulas", "假设流失率不变，按简单公式估算的客户价值"},
	"rates.worth.margin":   {"Margin of a customer and period", "每位客户每期的毛利"},
	"rates.worth.ltv":      {"Lifetime value, undiscounted", "终身价值（未折现）"},
	"rates.worth.now":      {"Discounted, the first margin now", "折现，首笔毛利计在当期"},
	"rates.worth.later":    {"Discounted, the first margin after a period", "折现，首笔毛利计在一期之后"},
	"rates.worth.payback":  {"Payback of the acquisition cost", "获客成本回收期"},
	"rates.worth.churning": {"Payback with churn", "获客成本回收期（计入流失）"},
	"rates.worth.never":    {"never", "无法收回"},
	"rates.bad-worth": {
		"A margin of {margin}, a discount rate of {discount}, a cost of {cost} and a horizon of {horizon} months cannot be used together: the margin is above 0 and at most 100 %, the rest is not negative.",
		"毛利率 {margin}、折现率 {discount}、成本 {cost}、期限 {horizon} 个月无法使用：毛利率须大于 0 且不超过 100%，其余不能为负。"},

	"rates.overlap": {
		"A customer counts as lost after {window} days, but the shortest period has {period}: neighbouring windows overlap, and the churn rate of a period is understated.",
		"客户在 {window} 天后才算流失，而最短的期间只有 {period} 天：相邻的窗口重叠，各期流失率会被低估。"},
	"rates.overlap.remedy": {
		"Choose periods at least as long as the window, or compare periods with one another only.",
		"请选择不短于窗口的期间，或只在各期之间作比较。"},
	"rates.unsettled": {
		"For {periods} of {all} {all|period|periods} the data, which begin on {begin}, do not reach back {window} days before the start. Customers from before the data are missing there or count as new, so these periods stay out of means and of the control chart.",
		"{all} 个期间中有 {periods} 个，其期初之前不足 {window} 天有数据（数据始于 {begin}）。更早的客户在其中缺失或被算作新客户，因此这些期间不计入均值，也不进入控制图。"},
	"rates.unsettled.remedy": {
		"Load earlier orders, or choose a shorter window.",
		"请导入更早的订单，或缩短窗口。"},
	"rates.capped": {
		"Only the latest {max} periods are shown; {left} earlier {left|one is|ones are} left out.",
		"只显示最近 {max} 个期间，更早的 {left} 个没有显示。"},
	"rates.capped.remedy": {
		"Choose longer periods.",
		"请选择更长的期间。"},
	"rates.unfinished": {
		"The days from {from} on are not a whole period by {end}, and are left out.",
		"自 {from} 起的日子到 {end} 还不满一个期间，未计入。"},
	"rates.edge": {
		"The last period ends with the data. Contracts that begin or end on {day} itself are not in it yet and may still change it.",
		"最后一个期间与数据同时结束：恰好在 {day} 开始或结束的合同尚未计入，之后可能改变这一期的数字。"},
	"rates.passing": {
		"{customers} {customers|customer|customers} joined and left within one period. No churn rate sees them; they are counted beside it.",
		"有 {customers} 位客户在同一期间内加入又离开。流失率看不到他们，另行列出。"},
	"rates.passing.remedy": {
		"Shorter periods show more of them.",
		"缩短期间可以看到更多这样的客户。"},
	"rates.unusable": {
		"{contracts} {contracts|contract does|contracts do} not run for a single day by {end} and {contracts|counts|count} nowhere.",
		"有 {contracts} 份合同到 {end} 为止连一天都没有生效，未计入。"},
	"rates.unusable.remedy": {
		"Check their dates: the end may stand before the beginning, or the beginning after the observation end.",
		"请检查其日期：结束可能早于开始，或开始晚于观察截止日。"},
	"rates.unpriced": {
		"{contracts} {contracts|contract has|contracts have} no amount. Their customers count, their revenue does not.",
		"有 {contracts} 份合同没有金额：客户照常计数，收入按没有计。"},
	"rates.unpriced.remedy": {
		"Give the column of recurring revenue, or read customers only.",
		"请指定经常性收入所在的列，或只看客户数。"},
	"rates.pending": {
		"{customers} {customers|customer has|customers have} been without a contract for less than {gap} days and may still renew. They count as churned until they do.",
		"有 {customers} 位客户断约不足 {gap} 天，仍可能续约；在续约之前按流失计。"},
	"rates.few-points": {
		"A control chart of {periods} {periods|period|periods} cannot tell a change from chance; it needs {needed} or more.",
		"只有 {periods} 个期间的控制图无法区分变化与偶然，至少需要 {needed} 个。"},
	"rates.few-points.remedy": {
		"Choose shorter periods, or load more data.",
		"请选择更短的期间，或导入更多数据。"},
	"rates.trial-limits": {
		"The control limits rest on {periods} periods. Take them as provisional below {needed}.",
		"控制限只根据 {periods} 个期间得出；不足 {needed} 个时，请视为暂定。"},
	"rates.dispersion": {
		"From period to period the churn rate varies {times} times as much as customers who leave independently would make it: many points will lie outside the limits without a cause of their own.",
		"流失率在各期之间的波动，是客户各自独立流失时的 {times} 倍：许多点会超出控制限，却未必各有原因。"},
	"rates.dispersion.remedy": {
		"Look for seasons and for groups who leave together, and read runs rather than single points.",
		"请留意季节性和成批离开的群体，多看连续的走势，少看单个点。"},
}
