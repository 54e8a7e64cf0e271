package i18n

// clvCatalogue holds what package clv says: why it cannot predict, and what to
// doubt where it does.
var clvCatalogue = Catalogue{
	"clv.no-customers": {
		"There are no customers to predict for.",
		"没有可供预测的客户。"},
	"clv.calibration-outside": {
		"The calibration window cannot end on {day}: the data run from {begin} to {end}.",
		"校准期不能在 {day} 结束：数据的日期范围是 {begin} 至 {end}。"},
	"clv.bad-horizon": {
		"A horizon of {months} months is not possible. Choose 1 to {max}.",
		"预测期不能是 {months} 个月，请选择 1 至 {max} 个月。"},
	"clv.bad-discount": {
		"A discount rate of {rate} a year is not possible.",
		"年贴现率不能是 {rate}。"},
	"clv.bad-margin": {
		"A margin of {margin} is not possible. It is a share of revenue above 0 and at most 100 %.",
		"利润率不能是 {margin}，应大于 0 且不超过 100%。"},
	"clv.cancelled": {"The calculation was stopped.", "计算已停止。"},

	"clv.not-enough": {
		"Only {have} of {customers} {customers|customer|customers} bought on a second day; the model needs at least {need}.",
		"{customers} 位客户中只有 {have} 位在首购之后的日子再次购买，模型至少需要 {need} 位。"},
	"clv.not-enough.remedy": {
		"Load a longer history or more customers. Customer value cannot be told from first purchases alone.",
		"请导入更长时间或更多客户的数据。仅凭首次购买无法判断客户价值。"},
	"clv.few-spenders": {
		"Only {have} repeat buyers paid anything; the model of spend needs at least {need}. Customer value is not shown.",
		"复购且有付款金额的客户只有 {have} 位，消费金额模型至少需要 {need} 位，因此不显示客户价值。"},
	"clv.same-spend": {
		"Every repeat purchase cost the same: there is nothing for the model of spend to learn. Customer value is not shown.",
		"每次复购的金额都相同，消费金额模型无从学习，因此不显示客户价值。"},
	"clv.no-spend.remedy": {
		"Expected purchases hold without it: multiply them by a spend per purchase of your own. Check which column was taken for the amount.",
		"预期购买次数仍然有效，可乘以您自己的客单价。请检查金额列是否选对。"},
	"clv.no-optimum": {
		"No set of parameters lets {model} explain these data.",
		"找不到能让 {model} 解释这些数据的参数。"},

	"clv.not-converged": {
		"The search for the parameters of {model} did not settle.",
		"{model} 的参数估计没有收敛。"},
	"clv.not-converged.remedy": {
		"Check the data for customers with impossible numbers of purchases, such as a collective account, and exclude them.",
		"请检查是否有购买次数异常的客户（例如公共账户），并将其排除。"},
	"clv.starts-disagree": {
		"Only one of {starts} searches for the parameters of {model} reached the best fit.",
		"{model} 的 {starts} 次参数搜索中，只有一次到达最优解。"},
	"clv.boundary": {
		"{model} could not pin down {parameters}: the data fit about as well with a value a thousand times larger or smaller.",
		"{model} 无法确定参数 {parameters}：放大或缩小上千倍，拟合程度也差不多。"},
	"clv.boundary.remedy": {
		"Customers differ less than the model allows for, or there are too few of them. Totals are usable; do not read meaning into these parameters.",
		"客户之间的差异小于模型的设想，或客户太少。总数仍可使用，但不要解读这些参数。"},

	"clv.few-repeaters": {
		"There are only {repeaters} repeat buyers: intervals are wide, and rely on large numbers themselves.",
		"复购客户只有 {repeaters} 位：区间较宽，而且区间本身也依赖大样本。"},
	"clv.few-repeaters.remedy": {
		"Load a longer history, and read totals rather than single customers.",
		"请导入更长时间的数据，并以总数而非单个客户为准。"},
	"clv.one-timers": {
		"{share} of the customers bought only once. BG/NBD holds that nobody lapses before a second purchase, so it gives each of them P(alive) = 100 %.",
		"{share} 的客户只买过一次。BG/NBD 假定客户在第二次购买之前不会流失，因此给他们的活跃概率都是 100%。"},
	"clv.one-timers.remedy": {
		"Judge one-time buyers by their expected purchases, not by P(alive).",
		"评价一次性客户时，请看预期购买次数，而不是活跃概率。"},
	"clv.short-window": {
		"The data cover {weeks} weeks, and repeat buyers wait {gap} weeks between purchases on average: silence tells little yet.",
		"数据覆盖 {weeks} 周，而复购客户的平均购买间隔为 {gap} 周：沉默还说明不了什么。"},
	"clv.short-window.remedy": {
		"Load a history of several purchase cycles.",
		"请导入覆盖多个购买周期的数据。"},

	"clv.free-repeaters": {
		"{customers} repeat {customers|buyer|buyers} paid nothing on balance after the first purchase and {customers|is|are} left out of the model of spend.",
		"{customers} 位复购客户在首购之后的净付款不大于 0，未计入消费金额模型。"},
	"clv.no-mean-spend": {
		"Spend differs so much between customers that its mean does not exist in the model (q = {q}, it must exceed 1). Customer value is not shown.",
		"客户之间的消费差异过大，模型中的均值不存在（q = {q}，须大于 1），因此不显示客户价值。"},
	"clv.no-mean-spend.remedy": {
		"Look for a few very large orders, such as wholesale, and analyse them apart.",
		"请查找少数特别大的订单（例如批发），单独分析。"},
	"clv.spend-frequency": {
		"How much customers spend goes with how often they buy (correlation {correlation}); the model takes the two as unrelated.",
		"客户的消费金额与购买频率相关（相关系数 {correlation}），而模型假定二者无关。"},
	"clv.spend-frequency.remedy": {
		"Analyse groups of customers apart, for example private and business ones. With a positive correlation the best customers are worth more than shown.",
		"请分组分析，例如个人客户与企业客户。若为正相关，最佳客户的实际价值高于所示。"},

	"clv.no-calibration": {
		"Up to {day} there are too few repeat buyers to fit the model, so its predictions have not been tried on the time after.",
		"截至 {day} 的复购客户太少，无法拟合模型，因此预测未经后续数据检验。"},
	"clv.no-calibration.remedy": {
		"Choose a later end of the calibration window.",
		"请选择更晚的校准期结束日。"},
	"clv.no-holdout": {
		"The calibration window takes all the data: the predictions have not been tried on data that the model had not seen.",
		"校准期用了全部数据：预测未经模型没见过的数据检验。"},
	"clv.no-holdout.remedy": {
		"Choose an earlier end of the calibration window, such as half-way through the data.",
		"请选择更早的校准期结束日，例如数据的中点。"},
	"clv.holdout-off": {
		"In the holdout the model expected {expected} purchases, and {actual} were made.",
		"在检验期内，模型预期 {expected} 次购买，实际为 {actual} 次。"},
	"clv.holdout-off.remedy": {
		"Look at the tracking figure for a season, a campaign or a change in how customers buy; the predictions assume that the future resembles the past.",
		"请查看跟踪图，看是否有季节性、促销活动或购买方式的变化；预测假定未来与过去相似。"},
	"clv.long-horizon": {
		"The horizon of {months} {months|month|months} reaches further ahead than the {weeks} weeks that the data cover.",
		"预测期 {months} 个月，超过了数据覆盖的 {weeks} 周。"},
	"clv.long-horizon.remedy": {
		"Choose a shorter horizon, or read the result as a projection.",
		"请缩短预测期，或把结果当作推算来看。"},
}
