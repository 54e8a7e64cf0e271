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
}
