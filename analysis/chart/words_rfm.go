package chart

type gridWords struct {
	Title, Recency, Frequency, FrequencyOrders           phrase
	LongCustomers, LongRevenue, LongCount                phrase
	ShortCell, ShortShare, ShortRevenue, ShortLost       phrase
	CountCell, ShareCell, RevenueCell, LostCell          phrase
	Cell, DayCuts, RScore, FScore, Days, Buys, BuyOrders phrase
	Lost, LostShare, LostLow, LostHigh                   phrase
	Shared, Ranked, Typed, Nested                        phrase
	FullCustomers, FullRevenue, FullLost, Light          phrase
	Counted, Describe, DescribeLost, Need                phrase
}

var gridEnglish = gridWords{
	Title: "Customers by recency and frequency", Recency: "Recency score R and days since the last purchase",
	Frequency: "Frequency score F and number of purchase days", FrequencyOrders: "Frequency score F and number of orders",
	LongCustomers: "{share} of customers", LongRevenue: "{share} of revenue", LongCount: "n = {n}",
	ShortCell:    "In each cell: customers; share of customers | share of revenue",
	ShortShare:   "In each cell: share of customers; customers",
	ShortRevenue: "In each cell: share of revenue; customers",
	ShortLost:    "In each cell: share who count as lost; customers",
	CountCell:    "In each cell: customers", ShareCell: "In each cell: share of customers",
	RevenueCell: "In each cell: share of revenue", LostCell: "In each cell: share who count as lost",
	Cell: "R {r}, F {f}", DayCuts: "{range} d", RScore: "R", FScore: "F",
	Days: "Days since the last purchase", Buys: "Purchase days", BuyOrders: "Orders",
	Lost: "Lost", LostShare: "Share lost", LostLow: "95\u00a0% interval from", LostHigh: "to",
	Shared:        "Scores from {bins} bins of equal size where ties allow; ties share a score.",
	Ranked:        "Scores from {bins} bins of equal size; equal customers are parted by their order in the data.",
	Typed:         "Scores from 1 to {bins}, by typed cut-offs of {measures}.",
	Nested:        "Frequency is cut within each score of recency.",
	FullCustomers: "The fuller the colour, the more customers.",
	FullRevenue:   "The fuller the colour, the more revenue.",
	FullLost:      "The fuller the colour, the larger the share who count as lost on the last day; full is all of them.",
	Light:         "Shares of fewer than {few} customers are written light: look at their interval.",
	Counted:       "{customers} customers, revenue {revenue}, as of {end}.",
	Describe:      "The fullest cell, R {r} and F {f}, holds {share} of customers and {revenue} of revenue. Customers with the best score in both, R {bins} and F {bins}, are {best} of customers and bring {bestrevenue} of revenue.",
	DescribeLost:  "Of all customers {lost} count as lost; of cells with at least {few} customers, R {r} and F {f} has the largest share, {most}.",
	Need:          "There are no customers to score.",
}

var gridChinese = gridWords{
	Title: "按最近购买与购买频率划分的客户", Recency: "R分（最近购买）及距上次购买的天数",
	Frequency: "F分（购买频率）及购买天数", FrequencyOrders: "F分（购买频率）及订单数",
	LongCustomers: "客户 {share}", LongRevenue: "收入 {share}", LongCount: "{n} 位",
	ShortCell:    "每格：客户数；客户占比 | 收入占比",
	ShortShare:   "每格：客户占比；客户数",
	ShortRevenue: "每格：收入占比；客户数",
	ShortLost:    "每格：流失率；客户数",
	CountCell:    "每格：客户数", ShareCell: "每格：客户占比",
	RevenueCell: "每格：收入占比", LostCell: "每格：流失率",
	Cell: "R {r}，F {f}", DayCuts: "{range}天", RScore: "R分", FScore: "F分",
	Days: "距上次购买的天数", Buys: "购买天数", BuyOrders: "订单数",
	Lost: "流失客户", LostShare: "流失率", LostLow: "95\u00a0%区间下限", LostHigh: "上限",
	Shared:        "各分值在并列允许的范围内等量分为{bins}档，并列者同分。",
	Ranked:        "各分值等量分为{bins}档，数值相同者按数据中的先后分开。",
	Typed:         "分值为1到{bins}，{measures}的分界为手工输入。",
	Nested:        "购买频率在每个R分之内分档。",
	FullCustomers: "颜色越浓，客户越多。",
	FullRevenue:   "颜色越浓，收入越多。",
	FullLost:      "颜色越浓，截至最后一天算作流失的比例越高；最浓为全部流失。",
	Light:         "不足{few}位客户的比例以细字显示，请看其区间。",
	Counted:       "共{customers}位客户，收入{revenue}，截至{end}。",
	Describe:      "客户最多的一格是R {r}、F {f}，占客户的{share}、收入的{revenue}。两项都最高（R {bins}、F {bins}）的客户占{best}，带来{bestrevenue}的收入。",
	DescribeLost:  "全部客户中{lost}算作流失；在不少于{few}位客户的格中，R {r}、F {f}的流失率最高，为{most}。",
	Need:          "没有可评分的客户。",
}

type treeWords struct {
	Title, Rest, Define, FullRevenue, FullLost, Folded, Describe, Need phrase
}

var treeEnglish = treeWords{
	Title: "How large the segments are", Rest: "{n} smaller segments",
	Define:      "The area of a tile is the number of customers.",
	FullRevenue: "The fuller the colour, the larger the share of revenue.",
	FullLost:    "The fuller the colour, the larger the share who count as lost on the last day; full is all of them.",
	Folded:      "Beyond {max} tiles the smallest segments share one.",
	Describe:    "The largest segment is {first} with {share} of customers and {revenue} of revenue; the smallest shown is {last} with {small} of customers.",
	Need:        "There are no segments to compare.",
}

var treeChinese = treeWords{
	Title: "各客户群的规模", Rest: "另外 {n} 个较小的客户群",
	Define:      "面积为客户数。",
	FullRevenue: "颜色越浓，收入占比越高。",
	FullLost:    "颜色越浓，截至最后一天算作流失的比例越高；最浓为全部流失。",
	Folded:      "超过{max}块时，最小的客户群合为一块。",
	Describe:    "最大的客户群是“{first}”，占客户的{share}、收入的{revenue}；图中最小的是“{last}”，占客户的{small}。",
	Need:        "没有可比较的客户群。",
}

type segmentWords struct {
	Title, Heading, Define, Counted, Describe, Need phrase
}

var segmentsEnglish = segmentWords{
	Title: "Customers and revenue by segment", Heading: "Share of all customers and of all revenue",
	Define:   "Segments are rules over the scores R, F and M; each customer belongs to one.",
	Counted:  "{customers} customers, revenue {revenue}, as of {end}.",
	Describe: "{segment} brings the most revenue: {revenue} from {customers} of customers. The largest segment is {largest} with {share} of customers.",
	Need:     "There are no segments to compare.",
}

var segmentsChinese = segmentWords{
	Title: "各客户群的客户与收入", Heading: "占全部客户与全部收入的比例",
	Define:   "客户群由R、F、M分值的规则划分，每位客户只属于一个群。",
	Counted:  "共{customers}位客户，收入{revenue}，截至{end}。",
	Describe: "“{segment}”带来的收入最多：以{customers}的客户贡献{revenue}的收入。人数最多的是“{largest}”，占客户的{share}。",
	Need:     "没有可比较的客户群。",
}
