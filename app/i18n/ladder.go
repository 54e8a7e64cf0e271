package i18n

// ladderCatalogue holds what is said of the next purchase: who buys once more after the
// first, the second, the third.
var ladderCatalogue = Catalogue{
	"retention.tab.ladder":  {"Next purchase", "再次购买"},
	"exhibit.next-purchase": {"Who buys once more", "谁会再买一次"},
	"ladder.title":          {"The hurdle", "哪一次最难"},
	"ladder.lead":           {"After each purchase: what share of customers makes the next one.", "每次购买之后，有多大比例的客户会再买一次。"},
	"ladder.within":         {"Within", "期限"},
	"ladder.window":         {"As for a loss", "同流失定义"},

	"ladder.finding": {"After the first purchase **{share}** buy again within {days} {days|day|days}.", "首次购买后，**{share}** 的客户在 {days} 天内再次购买。"},
	"ladder.hurdle":  {"Purchase **{k}** is the hurdle: **{low}** of those before it make it, and **{high}** of those who did make the next.", "第 **{k}** 次购买是道坎：此前的客户只有 **{low}** 迈过去，而迈过去的客户有 **{high}** 会继续购买。"},

	"ladder.table":     {"Purchase by purchase", "逐次购买"},
	"ladder.purchases": {"Purchases so far", "已购买次数"},
	"ladder.reached":   {"Customers", "客户数"},
	"ladder.watched":   {"Watched long enough", "观察期足够"},
	"ladder.again":     {"Bought again", "再次购买"},
	"ladder.share":     {"Share", "比例"},
	"ladder.interval":  {"95 % interval", "95% 置信区间"},
	"ladder.wait":      {"Median days to it", "间隔天数（中位数）"},

	"ladder.explain":         {"For each number of purchases: of the customers who got there early enough to be watched, the share that bought once more in time.", "对每个购买次数：在达到该次数且观察期足够的客户中，于期限内再买一次者所占的比例。"},
	"ladder.explain.formula": {"_p_(_k_) = bought again within _W_ days of purchase _k_ ÷ purchase _k_ at least _W_ days before the end", "_p_(_k_) = 第 _k_ 次购买后 _W_ 天内再次购买的人数 ÷ 第 _k_ 次购买距数据结束至少 _W_ 天的人数"},
	"ladder.explain.inputs":  {"{customers} {customers|customer|customers}; the next purchase is looked for within {days} {days|day|days}.", "{customers} 位客户；在 {days} 天内寻找下一次购买。"},
	"ladder.explain.open":    {"{customers} {customers|customer|customers} whose first purchase is less than {days} {days|day|days} old {customers|is|are} left out of the first bar; so for each bar. Whether they have bought again makes no difference.", "首次购买至今不足 {days} 天的 {customers} 位客户不计入第一条；其余各条同理。无论他们是否已再次购买，处理都一样。"},
	"ladder.explain.both":    {"The share rises for two reasons that orders cannot tell apart: buying makes a habit, and those who buy seldom are left behind. To lift customers over the hurdle need not make them buy as often as those who took it by themselves.", "比例上升有两个原因，仅凭订单无法区分：购买会养成习惯；而买得少的客户已留在前面几级。因此，把客户推过这道坎，并不意味着他们会像自己迈过去的客户一样常买。"},
	"ladder.explain.merged":  {"Orders of one customer on one day are one purchase.", "同一客户同一天的多笔订单算一次购买。"},
	"ladder.explain.source":  {"Share with Wilson’s score interval (Wilson 1927), 95 %.", "比例的区间为 Wilson 得分区间（Wilson 1927），95%。"},

	"headline.again": {"Buy again after the first purchase", "首次购买后再次购买"},

	"ladder.bad-days":        {"{days} days are no time in which the next purchase could come.", "期限 {days} 天没有意义。"},
	"ladder.bad-days.remedy": {"Choose at least 1 day.", "请至少选择 1 天。"},
	"ladder.beyond":          {"Nobody has been in view for {days} {days|day|days} after the first purchase.", "没有任何客户在首次购买后被观察满 {days} 天。"},
	"ladder.beyond.remedy":   {"Choose fewer days, or load a longer period.", "请选择较短的期限，或导入更长时期的数据。"},

	// the command line
	"cli.ladder.within": {"Bought again within {days} {days|day|days}, by purchases so far", "{days} 天内再次购买的比例，按已购买次数"},
	"cli.ladder.open":   {"{customers} {customers|customer|customers} bought for the first time too recently to be counted.", "{customers} 位客户首次购买距今太近，未计入。"},
}
