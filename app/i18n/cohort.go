package i18n

var cohortCatalogue = Catalogue{
	"cohort.grain.day":            {"Day", "日"},
	"cohort.grain.week":           {"Week", "周"},
	"cohort.grain.month":          {"Month", "月"},
	"cohort.grain.quarter":        {"Quarter", "季度"},
	"cohort.grain.year":           {"Year", "年"},
	"cohort.method.classic":       {"Classic: bought in the period", "经典口径：当期有购买"},
	"cohort.method.unbounded":     {"Unbounded: bought in the period or later", "无界口径：当期或之后有购买"},
	"cohort.method.classic.about": {"Share of the cohort that bought in period k itself. It can rise again.", "同期群中在第 k 期当期购买的比例，可能回升。"},
	"cohort.method.unbounded.about": {
		"Share of the cohort that bought in period k or later. It never rises.",
		"同期群中在第 k 期或之后购买的比例，只降不升。"},

	"cohort.empty": {
		"There are no customers to follow.",
		"没有可以跟踪的客户。"},
	"cohort.nobody": {
		"The column says nothing about any customer that could be followed.",
		"这一列没有任何可以跟踪的客户信息。"},
	"cohort.nobody.remedy": {
		"Make cohorts by another column, or by first purchase.",
		"请按其他列或首次购买划分同期群。"},
	"cohort.bad-grain": {
		"There is no period called “{grain}”. Choose day, week, month, quarter or year.",
		"没有名为“{grain}”的周期，请选择日、周、月、季度或年。"},
	"cohort.bad-clock": {
		"There is no way of counting periods called “{clock}”. Choose calendar or rolling.",
		"没有名为“{clock}”的周期计法，请选择自然周期或滚动窗口。"},
	"cohort.bad-by": {
		"Cohorts cannot be by “{by}”. Choose first purchase, sign-up or an attribute.",
		"不能按“{by}”划分同期群，请选择首次购买、注册日期或客户属性。"},
	"cohort.bad-quantity": {
		"A cohort table cannot show “{quantity}”.",
		"同期群表不能显示“{quantity}”。"},
	"cohort.folded": {"(other values)", "（其他取值）"},
	"cohort.bad-values": {
		"An attribute cannot have {values} cohorts. Choose 1 to {max}.",
		"一个属性不能划分 {values} 个同期群，请选择 1 到 {max}。"},
	"cohort.bad-bounds": {
		"Brackets need two or more whole numbers from 0 to {max} that ascend, such as 1 4 7 13.",
		"区间的界限须为两个以上、从 0 到 {max} 递增的整数，例如 1 4 7 13。"},
	"cohort.no-column": {
		"The data have no such column of customers.",
		"数据中没有这样的客户列。"},
	"cohort.no-column.remedy": {
		"Add a list of customers with it, or keep a column of the orders.",
		"请添加带有该列的客户表，或保留订单中的相应列。"},
	"cohort.bad-column.sign-up": {
		"The column “{column}” holds no dates, so that it cannot say when a customer signed up.",
		"“{column}”列不是日期，无法说明客户何时注册。"},
	"cohort.bad-column.attribute": {
		"The column “{column}” holds no texts. Cohorts can be by a column of texts.",
		"“{column}”列不是文本；只能按文本列划分同期群。"},
	"cohort.too-many": {
		"There would be {cohorts} cohorts.",
		"会产生 {cohorts} 个同期群。"},
	"cohort.too-many.remedy": {
		"Choose a longer period, and check how the dates were read.",
		"请选择更长的周期，并检查日期的识别方式。"},

	"cohort.reason.no-value":   {"No value in the column", "该列没有值"},
	"cohort.reason.too-late":   {"Signed up after the end of observation", "注册晚于观察截止日"},
	"cohort.reason.impossible": {"Sign-up date out of any range", "注册日期不合理"},
	"cohort.reason.earlier":    {"Purchases before the sign-up", "注册之前的购买"},
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
	"cohort.rise.customers": {
		"From period {from} to period {to} the average rises from {before} to {after}, but only because {dropped} {dropped|customer|customers} who joined too late drop out of it. Among those who have had both periods, it was {same} before. Rises of this kind: {rises}.",
		"从第 {from} 期到第 {to} 期，平均留存率由 {before} 升到 {after}，但这只是因为 {dropped} 位加入较晚的客户退出了平均。两期都已满的客户，前一期其实是 {same}。这类“上升”共有 {rises} 处。"},
	"cohort.rise.remedy": {
		"Read the curves of single cohorts, or compare only cohorts of the same age.",
		"请看各个同期群的曲线，或只比较年龄相同的同期群。"},
	"cohort.small": {
		"{small} of {cohorts} cohorts {small|has|have} fewer than {limit} customers. Their rates swing by chance.",
		"{cohorts} 个同期群中有 {small} 个不足 {limit} 位客户，其留存率受偶然影响很大。"},
	"cohort.small.remedy": {
		"Longer periods make larger cohorts; mind the intervals.",
		"用更长的周期可以让同期群变大；请留意置信区间。"},
	"cohort.small.remedy.attribute": {
		"Fold rare values together; mind the intervals.",
		"可将少见的取值合并；请留意置信区间。"},
	"cohort.sign-up": {
		"Only customers with an order are known. Whoever signed up and never bought is in no cohort, so that every rate reads too high by as much.",
		"只有下过单的客户才在数据中。注册后从未购买的人不在任何同期群里，因此所有留存率都相应偏高。"},
	"cohort.unseen": {
		"{cohorts} {cohorts|cohort|cohorts} signed up before the data begin on {begin}. What they bought until then is not known: those cells are blank and in no mean.",
		"有 {cohorts} 个同期群在数据开始的 {begin} 之前注册。此前的购买无从得知，这些单元格留空，不计入平均。"},
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
