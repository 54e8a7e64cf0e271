package i18n

var cohortCatalogue = Catalogue{
	"cohort.grain.week":           {"Week", "周"},
	"cohort.grain.month":          {"Month", "月"},
	"cohort.grain.quarter":        {"Quarter", "季度"},
	"cohort.method.classic":       {"Classic: bought in the period", "经典口径：当期有购买"},
	"cohort.method.unbounded":     {"Unbounded: bought in the period or later", "无界口径：当期或之后有购买"},
	"cohort.method.classic.about": {"Share of the cohort that bought in period k itself. It can rise again.", "同期群中在第 k 期当期购买的比例，可能回升。"},
	"cohort.method.unbounded.about": {
		"Share of the cohort that bought in period k or later. It never rises.",
		"同期群中在第 k 期或之后购买的比例，只降不升。"},

	"cohort.empty": {
		"There are no customers to follow.",
		"没有可以跟踪的客户。"},
	"cohort.bad-grain": {
		"There is no period called “{grain}”. Choose week, month or quarter.",
		"没有名为“{grain}”的周期，请选择周、月或季度。"},
	"cohort.bad-method": {
		"There is no kind of retention called “{method}”.",
		"没有名为“{method}”的留存口径。"},
	"cohort.bad-periods": {
		"The table cannot have {periods} periods.",
		"表格不能有 {periods} 期。"},
	"cohort.span": {
		"The data run from {first} to {end}. That cannot be right: check how the dates were read.",
		"数据的日期从 {first} 到 {end}，这不合理，请检查日期的识别方式。"},
	"cohort.after-end": {
		"There is a purchase on {last}, after the end of observation on {end}.",
		"有一笔购买发生在 {last}，晚于观察截止日 {end}。"},
	"cohort.capped": {
		"The table shows {shown} {shown|period|periods} after the first; {beyond} later {beyond|one is|ones are} left out.",
		"表格显示首期之后的 {shown} 期，更晚的 {beyond} 期没有显示。"},
	"cohort.capped.remedy": {
		"Up to {max} periods can be shown. Months or quarters reach further than weeks.",
		"最多可显示 {max} 期。用月或季度可以看得更远。"},
	"cohort.rise": {
		"From period {from} to period {to} the average rises from {before} to {after}, but only because {dropped} {dropped|cohort drops|cohorts drop} out of it. Among the {cohorts} {cohorts|cohort|cohorts} in both, it was {same} before. Rises of this kind: {rises}.",
		"从第 {from} 期到第 {to} 期，平均留存率由 {before} 升到 {after}，但这只是因为有 {dropped} 个同期群退出了平均。两期都在的 {cohorts} 个同期群，前一期其实是 {same}。这类“上升”共有 {rises} 处。"},
	"cohort.rise.remedy": {
		"Read the curves of single cohorts, or compare only cohorts of the same age.",
		"请看各个同期群的曲线，或只比较年龄相同的同期群。"},
	"cohort.small": {
		"{small} of {cohorts} cohorts {small|has|have} fewer than {limit} customers. Their rates swing by chance.",
		"{cohorts} 个同期群中有 {small} 个不足 {limit} 位客户，其留存率受偶然影响很大。"},
	"cohort.small.remedy": {
		"Longer periods make larger cohorts; mind the intervals.",
		"用更长的周期可以让同期群变大；请留意置信区间。"},
	"cohort.first": {
		"The first cohort, from {start}, is {ratio} times as large as a typical one ({size} {size|customer|customers}). It probably holds customers who had bought before the data begin, so it is not a cohort of new customers.",
		"从 {start} 开始的第一个同期群有 {size} 位客户，是通常规模的 {ratio} 倍。其中很可能有数据开始之前就购买过的老客户，因此它并不是新客户的同期群。"},
	"cohort.first.remedy": {
		"Load earlier orders, or leave the first cohort out when you compare.",
		"请导入更早的订单，或在比较时排除第一个同期群。"},
	"cohort.unbounded": {
		"“Or later” ends with the data on {end}. The closer a period is to that day, the less time there was to come back, and the lower its rate reads.",
		"“之后”只能看到数据截止的 {end}。周期离这一天越近，客户回来的时间越少，留存率就越偏低。"},
	"cohort.unfinished": {
		"No period is over by {end}, so there is no finished cell to average.",
		"到 {end} 为止没有一个完整的周期，因此没有可以求平均的单元格。"},
	"cohort.unfinished.remedy": {
		"Choose a shorter period, or load more data.",
		"请选择更短的周期，或导入更多数据。"},
}
