package i18n

var sampleCatalogue = Catalogue{
	"sample.unknown": {
		"There is no sample called “{sample}”.",
		"没有名为“{sample}”的示例。"},

	"sample.shop.name": {"A shop", "一家小店"},
	"sample.shop.about": {
		"Two years of orders of 5,000 made-up customers, with refunds, gifts and a totals line as in a real export. Drawn from BG/NBD and Gamma-Gamma with known parameters, so that estimates can be checked against the truth.",
		"5,000 位虚构客户两年的订单，像真实导出文件一样含有退款、赠品和合计行。由参数已知的 BG/NBD 与 Gamma-Gamma 模型生成，可以拿估计值与真值对照。"},
	"sample.subscription.name": {"A subscription service", "一项订阅服务"},
	"sample.subscription.about": {
		"Monthly charges of 2,500 made-up subscribers over two and a half years. Everyone cancels with a probability of their own (shifted beta-geometric), so that the true retention of every month is known.",
		"2,500 位虚构订户两年半的月度扣款。每人的退订概率各不相同（移位贝塔-几何模型），因此每个月的真实留存率都是已知的。"},

	"sample.membership.name": {"A fitness club", "一家健身俱乐部"},
	"sample.membership.about": {
		"Contracts of 3,000 made-up members over three and a half years, with start, end, plan, fee and reason for leaving, and no orders at all. Drawn from the beta-discrete-Weibull model, so that true survival is known.",
		"3,000 位虚构会员三年半的合约，含开始、结束、套餐、月费和离开原因，没有任何订单。由贝塔-离散威布尔模型生成，真实的留存曲线是已知的。"},

	"sample.accounts.name": {"A supplier and its accounts", "一家供应商和它的客户"},
	"sample.accounts.about": {
		"Three years of invoices of 320 made-up companies, with account manager, region, gross profit, and what each spends in the category anywhere. Who buys most here, who earns much and who leaves is drawn with known chances.",
		"320 家虚构企业三年的发票，含客户经理、地区、毛利，以及各企业在该品类的全部支出。谁主要在此采购、谁利润高、谁会离开，均按已知概率生成。"},

	"truth.loyal":        {"Accounts that buy most here", "主要在此采购的客户占比"},
	"truth.fat":          {"Accounts with a fat margin", "高毛利客户占比"},
	"truth.margin":       {"Mean margin of revenue", "平均毛利率"},
	"truth.leave-loyal":  {"Chance to leave after an order, of those who buy most here", "主要在此采购者每次订单后离开的概率"},
	"truth.leave-other":  {"Chance to leave after an order, of the others", "其余客户每次订单后离开的概率"},
	"truth.r":            {"r, spread of purchase rates", "r（购买率的分布形状）"},
	"truth.alpha":        {"α, scale of purchase rates, weeks", "α（购买率的尺度，周）"},
	"truth.a":            {"a, spread of drop-out", "a（流失概率的分布参数）"},
	"truth.b":            {"b, spread of drop-out", "b（流失概率的分布参数）"},
	"truth.p":            {"p, regularity of spend", "p（单次消费的形状）"},
	"truth.q":            {"q, spread of spend between customers", "q（客户间消费差异的形状）"},
	"truth.gamma":        {"γ, scale of spend", "γ（消费的尺度）"},
	"truth.churn-alpha":  {"α of the monthly churn probability", "每月流失概率的 α"},
	"truth.churn-beta":   {"β of the monthly churn probability", "每月流失概率的 β"},
	"truth.leave-gamma":  {"γ of the chance to leave", "离开概率的 γ"},
	"truth.leave-delta":  {"δ of the chance to leave", "离开概率的 δ"},
	"truth.leave-c":      {"c, above 1 as loyalty falls with time", "c（大于 1 表示忠诚度随时间下降）"},
	"truth.retention-24": {"Retained after 24 months", "24 个月后的留存率"},
	"truth.retention-1":  {"Retained after 1 month", "1 个月后的留存率"},
	"truth.retention-6":  {"Retained after 6 months", "6 个月后的留存率"},
	"truth.retention-12": {"Retained after 12 months", "12 个月后的留存率"},
}
