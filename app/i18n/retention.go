package i18n

// retentionCatalogue holds the words of the Retention screen. A period is said
// as "month 3" in English and 第 3 个月 in Chinese: the Chinese words for one
// bring their measure word.
var retentionCatalogue = Catalogue{
	"retention.month":   {"month", "个月"},
	"retention.week":    {"week", "周"},
	"retention.quarter": {"quarter", "个季度"},

	"retention.finding.first":           {"About **{in100} in 100** new customers buy again in the {period} after their first purchase.", "每 100 位新客户中，约有 **{in100} 位**在首次购买后的下一{period}再次购买。"},
	"retention.finding.first.unbounded": {"About **{in100} in 100** new customers buy again in the {period} after their first purchase or later.", "每 100 位新客户中，约有 **{in100} 位**在首次购买后的下一{period}或更晚再次购买。"},
	"retention.finding.later":           {"By {period} {k} it is **{share}**.", "到第 {k} {period}为 **{share}**。"},

	"retention.stat.period":  {"Retention in {period} {k}", "第 {k} {period}留存率"},
	"retention.stat.cohorts": {"{cohorts} complete {cohorts|cohort|cohorts}", "{cohorts} 个已满期的同期群"},
	"retention.stat.none":    {"no cohort has completed it yet", "还没有同期群满期"},

	"retention.tab.cohorts":  {"Cohorts", "同期群"},
	"retention.tab.survival": {"Survival curve", "生存曲线"},

	"retention.cohorts.title":  {"Cohorts by first purchase", "按首次购买划分的同期群"},
	"retention.lead.rate":      {"% of each cohort who bought in {period} 1, 2, 3 … after their first purchase", "各同期群在首次购买后第 1、2、3……{period}有购买的客户占比（%）"},
	"retention.lead.unbounded": {"% of each cohort who bought in {period} 1, 2, 3 … after their first purchase or later", "各同期群在首次购买后第 1、2、3……{period}或更晚有购买的客户占比（%）"},
	"retention.lead.count":     {"Customers of each cohort who bought in {period} 1, 2, 3 … after their first purchase", "各同期群在首次购买后第 1、2、3……{period}有购买的客户数"},
	"retention.lead.revenue":   {"Revenue of each cohort in {period} 0, 1, 2, 3 … after its first purchase", "各同期群在首次购买后第 0、1、2、3……{period}的收入"},
	"retention.cohorts.foot":   {"Hatched: not complete, left out of the mean · pale: fewer than 30 customers · {method}, calendar periods, Wilson 95 %", "斜纹：尚未满期，不计入均值 · 浅色：少于 30 位客户 · {method}，自然周期，Wilson 95% 区间"},
	"retention.cohort":         {"Cohort", "同期群"},
	"retention.customers":      {"Customers", "客户数"},
	"retention.revenue":        {"Revenue", "收入"},
	"retention.mean":           {"Weighted mean", "加权平均"},
	"retention.mean.simple":    {"Simple mean", "简单平均"},
	"retention.mean.cohorts":   {"Complete cohorts", "满期同期群"},
	"retention.mean.cell":      {"Mean of {period} {k}", "第 {k} {period}的平均"},
	"retention.cell":           {"{cohort}, {period} {k}", "{cohort}，第 {k} {period}"},
	"retention.cell.rate":      {"Retention", "留存率"},
	"retention.cell.of":        {"{active} of {size}", "{size} 位中的 {active} 位"},
	"retention.cell.state":     {"State", "状态"},
	"retention.cell.complete":  {"complete", "已满期"},
	"retention.cell.open":      {"complete on {day}", "{day}满期"},

	"retention.show":                    {"Show", "显示"},
	"retention.show.show-":              {"%", "%"},
	"retention.show.show-count":         {"Customers", "客户数"},
	"retention.show.show-revenue":       {"Revenue", "收入"},
	"retention.method":                  {"Counts as retained", "留存口径"},
	"retention.method.method-":          {"In the period", "当期购买"},
	"retention.method.method-unbounded": {"Then or later", "当期或之后"},
	"retention.grain":                   {"Period", "周期"},
	"retention.grain.grain-":            {"Month", "月"},
	"retention.grain.grain-week":        {"Week", "周"},
	"retention.grain.grain-quarter":     {"Quarter", "季度"},

	"retention.explain.classic":           {"Retention in period _k_ is the share of a cohort that bought in its _k_-th period.", "第 _k_ 期留存率：同期群中在第 _k_ 期有购买的客户占比。"},
	"retention.explain.classic.formula":   {"_r_(_k_) = customers who bought in period _k_ ÷ customers of the cohort", "_r_(_k_) = 第 _k_ 期有购买的客户数 ÷ 同期群客户数"},
	"retention.explain.unbounded":         {"Retention in period _k_ is the share of a cohort that bought in its _k_-th period or in any later one.", "第 _k_ 期留存率：同期群中在第 _k_ 期或之后有购买的客户占比。"},
	"retention.explain.unbounded.formula": {"_r_(_k_) = customers who bought in period _k_ or later ÷ customers of the cohort", "_r_(_k_) = 第 _k_ 期或之后有购买的客户数 ÷ 同期群客户数"},
	"retention.explain.inputs":            {"{customers} customers in {cohorts} {cohorts|cohort|cohorts}, {begin} to {end}", "{begin}至{end}，{cohorts} 个同期群，{customers} 位客户"},
	"retention.explain.open":              {"periods that have not ended for a cohort: shown hatched, in no mean", "尚未结束的周期：以斜纹显示，不计入平均"},
	"retention.explain.weighted":          {"the mean weighs cohorts by their size", "平均值按同期群规模加权"},
	"retention.explain.simple":            {"the simple mean of period 1 would be {simple} instead of {weighted}", "第 1 期若用简单平均，则为 {simple}，而非 {weighted}"},
	"retention.explain.wilson":            {"Interval: Wilson (1927), score interval for a proportion", "区间：Wilson（1927）比例的得分区间"},
}
