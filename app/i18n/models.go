package i18n

// modelsCatalogue holds what the models of package clv say beside clvCatalogue:
// the comparison of models, the fit doctor, contracts.
var modelsCatalogue = Catalogue{
	"clv.rising-cohort": {
		"A cohort cannot grow: {before} customers before period {period}, {after} after it.",
		"同期群人数不会增加：第 {period} 期之前有 {before} 位客户，之后却有 {after} 位。"},
	"clv.rising-cohort.remedy": {
		"Count, for each cohort, the customers still there after each period.",
		"请为每个同期群统计每期结束时仍在的客户数。"},
	"clv.few-periods": {
		"{model} needs cohorts seen over at least {need} {need|period|periods} with customers leaving; there {have|is|are} {have}.",
		"{model} 需要至少 {need} 期且有客户流失的同期群数据，目前只有 {have} 期。"},
	"clv.few-periods.remedy": {
		"Choose shorter periods or load a longer history.",
		"请选择更短的周期，或导入更长时间的数据。"},

	"clv.rule.same-rate": {
		"Everybody goes on at the same rate",
		"每位客户保持原有频率"},
	"clv.rule.last-period": {
		"Everybody repeats the last period",
		"每位客户重复上一期的购买"},
	"clv.bakeoff.best": {
		"{model} foresaw the holdout best: off by {rmse} purchases per customer (root mean square) and by {miss} in total. From later starting days it was the best {wins} of {of} times.",
		"{model} 对检验期的预测最准：每位客户的均方根误差为 {rmse} 次购买，总量误差为 {miss}。换用 {of} 个滚动起点再试，它有 {wins} 次最准。"},
	"clv.bakeoff.draw": {
		"{model} is recommended. {rivals} other {rivals|model foresees|models foresee} single customers as well (within 1 % of {rmse} purchases, root mean square); {model} comes nearest to the total, {miss} off.",
		"推荐 {model}。另有 {rivals} 个模型对单个客户的预测同样准确（均方根误差与 {rmse} 次相差不到 1%），而 {model} 的总量最接近实际，误差为 {miss}。"},
	"clv.bakeoff.rule": {
		"No model is worth its trouble here: the plain rule “{model}” foresaw single customers best, off by {rmse} purchases (root mean square). Customers are steadier than the models assume.",
		"这里没有哪个模型物有所值：简单规则“{model}”对单个客户的预测最准，均方根误差为 {rmse} 次购买。客户的购买比模型假设的更有规律。"},

	"clv.doctor.starts": {
		"All {starts} starting points led to the same optimum.",
		"全部 {starts} 个起点都收敛到同一最优解。"},
	"clv.doctor.some-starts": {
		"{agree} of {starts} starting points led to the best optimum; the others stopped elsewhere.",
		"{starts} 个起点中有 {agree} 个到达最优解，其余停在别处。"},
	"clv.doctor.some-starts.remedy": {
		"The best one is used. More customers or a longer history would make it plainer.",
		"已采用其中最好的结果。更多客户或更长的历史会让它更明确。"},
	"clv.doctor.flat": {
		"The search has arrived: the largest slope of the likelihood is {slope}.",
		"搜索已到达最优点：似然函数的最大斜率为 {slope}。"},
	"clv.doctor.steep": {
		"The search stopped on a slope of {slope}: the best parameters lie elsewhere.",
		"搜索停在斜率为 {slope} 的位置，最优参数在别处。"},
	"clv.doctor.peak": {
		"The optimum is a peak on all sides, so that every parameter has a standard error.",
		"最优点在各方向上都是峰值，因此每个参数都有标准误。"},
	"clv.doctor.ridge": {
		"The optimum is a ridge, not a peak: the data leave {parameters} open, and there are no standard errors.",
		"最优点是一条山脊而非峰值：数据无法确定 {parameters}，因此没有标准误。"},
	"clv.doctor.inside": {
		"No parameter ran towards zero or infinity.",
		"没有参数趋于零或无穷大。"},
	"clv.doctor.independent": {
		"Spend hardly depends on frequency (correlation {correlation}), as the model of spend assumes.",
		"消费金额与购买频率几乎无关（相关系数 {correlation}），符合消费模型的假设。"},
	"clv.doctor.repeaters": {
		"{share} of customers bought again.",
		"{share} 的客户有过再次购买。"},
	"clv.doctor.one-timers-alive": {
		"{share} of customers bought only once, and BG/NBD takes every one of them for alive.",
		"{share} 的客户只购买过一次，而 BG/NBD 认为他们全都活跃。"},
	"clv.doctor.one-timers-alive.remedy": {
		"Compare P(alive) under MBG/NBD and Pareto/NBD, which let one-time buyers lapse.",
		"请对比 MBG/NBD 与 Pareto/NBD 的活跃概率，这两个模型允许一次性客户流失。"},
	"clv.doctor.long-window": {
		"The {weeks} weeks observed are long beside the {gap} weeks between purchases.",
		"观察期 {weeks} 周，远长于平均 {gap} 周的购买间隔。"},
	"clv.doctor.irregular": {
		"Purchases come at irregular times, as the models assume: {share} of {gaps} gaps are near the customer’s usual one.",
		"购买时间不规则，符合模型假设：{gaps} 个间隔中有 {share} 接近客户的惯常间隔。"},
	"clv.doctor.contract": {
		"Purchases come like clockwork: {share} of {gaps} gaps are within a tenth of the customer’s usual one. This looks like a subscription.",
		"购买像时钟一样规律：{gaps} 个间隔中有 {share} 与客户惯常间隔相差不到一成，看起来像订阅业务。"},
	"clv.doctor.contract.remedy": {
		"If customers give notice, use retention and the contract models (sBG, BdW) in place of P(alive).",
		"如果客户会主动退订，请改用留存分析与合约模型（sBG、BdW），而不是活跃概率。"},

	"clv.bad-cost": {
		"It cannot cost {cost} to win a customer.",
		"获客成本不能是 {cost}。"},

	"clv.cov.none": {
		"Choose at least one attribute of the customers.",
		"请至少选择一个客户属性。"},
	"clv.cov.constant": {
		"“{column}” is the same for all customers, so it cannot tell them apart.",
		"所有客户的“{column}”都相同，无法据此区分客户。"},
	"clv.cov.constant.remedy": {
		"Leave it out.",
		"请去掉这个属性。"},
	"clv.cov.levels": {
		"“{column}” has {levels} different values; a model takes at most {max}.",
		"“{column}”有 {levels} 个不同取值，模型最多接受 {max} 个。"},
	"clv.cov.levels.remedy": {
		"Group its values into fewer ones in the file, or leave it out.",
		"请在文件中将取值归并为更少的类别，或去掉这个属性。"},
	"clv.cov.rare": {
		"Only {have} {have|customer has|customers have} “{level}” as “{column}”; an effect needs {need}.",
		"“{column}”为“{level}”的客户只有 {have} 位，估计效应至少需要 {need} 位。"},
	"clv.cov.collinear": {
		"“{column}” says nothing that the attributes before it do not say already.",
		"“{column}”所含的信息已由前面的属性给出。"},
	"clv.cov.collinear.remedy": {
		"Leave it, or one of the others, out.",
		"请去掉它，或去掉其他属性之一。"},
	"clv.cov.few": {
		"{effects} {effects|effect needs|effects need} at least {need} repeat buyers; there {have|is|are} {have}.",
		"估计 {effects} 个效应至少需要 {need} 位回头客，目前只有 {have} 位。"},
	"clv.cov.few.remedy": {
		"Choose fewer attributes, or such with fewer different values.",
		"请减少属性，或选择取值更少的属性。"},
	"clv.cov.family": {
		"{model} takes no covariates.",
		"{model} 不支持协变量。"},

	"clv.unknown-model": {
		"There is no model of purchases named “{model}”.",
		"没有名为“{model}”的购买模型。"},
}
