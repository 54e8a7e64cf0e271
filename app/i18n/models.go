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
}
