package i18n

// segmentsCatalogue holds the words of the Segments screen; the segments
// themselves are named in rfm.go.
var segmentsCatalogue = Catalogue{
	"segments.finding.lead":    {"**{segment}** are {customers} of customers and bring **{revenue}** of revenue.", "**{segment}**占客户的 {customers}，带来 **{revenue}** 的收入。"},
	"segments.finding.lapsing": {"**{customers}** who used to buy often or much have been silent for long; they brought {revenue}.", "**{customers}** 位曾经常买或买得多的客户已沉默较久，他们曾带来 {revenue}。"},

	"segments.rules": {"Rules", "分群规则"},
	"segments.bins":  {"Scores", "评分档数"},
	"segments.spend": {"M measures", "金额口径"},

	"segments.table.title": {"Segments and their rules", "分群与规则"},
	"segments.table.lead":  {"Press a segment to see its customers.", "点击分群可查看其中的客户。"},
	"segments.table.foot":  {"What to do is our advice, not a result of the data. Recency: median days since the last purchase. Frequency: mean purchase days.", "“建议”为我们的看法，并非数据结论。近度：距最近购买天数的中位数；频度：平均购买日数。"},
	"segments.segment":     {"Segment", "分群"},
	"segments.rule":        {"Rule", "规则"},
	"segments.customers":   {"Customers", "客户数"},
	"segments.share":       {"of all", "占比"},
	"segments.revenue":     {"of revenue", "收入占比"},
	"segments.recency":     {"Recency, days", "近度（天）"},
	"segments.frequency":   {"Frequency", "频度"},
	"segments.mean":        {"Mean spend", "平均消费"},
	"segments.advice":      {"What to do", "建议"},

	"segments.cuts.title": {"Where the scores change", "评分分界"},
	"segments.cuts.lead":  {"The largest value in each score, and how many customers have it.", "每个分数的上限值及客户数。"},
	"segments.cuts.foot":  {"Equal values share a score. Breaking ties by rank, as some tools do, would move {r} customers in recency, {f} in frequency, {m} in spend.", "数值相同得分相同。若像某些工具那样按名次拆分并列，近度将有 {r} 位、频度 {f} 位、金额 {m} 位客户换档。"},
	"segments.score":      {"Score", "分数"},
	"segments.upto":       {"{measure} up to", "{measure}上限"},

	"segments.explain":        {"Each customer is scored by how recently, how often and how much they bought. The named segments are rules over these scores.", "按最近何时买、买得多勤、花了多少为每位客户评分，分群即对分数的规则。"},
	"segments.explain.inputs": {"{customers} customers, observed until {end}", "{customers} 位客户，观察截止 {end}"},
	"segments.explain.r":      {"R: days since the last purchase; fewer days score higher", "R：距最近购买的天数，越少分越高"},
	"segments.explain.f":      {"F: days with a purchase; several orders on one day count once", "F：有购买的天数，同日多单只计一次"},
	"segments.explain.m":      {"M: {spend}", "M：{spend}"},
	"segments.explain.ties":   {"scores are quantiles; customers with equal values always share a score, so groups may be uneven", "分数为分位档；数值相同者同分，因此各档人数可能不均"},
	"segments.explain.advice": {"names and advice are ours and can be read as rules", "名称与建议为我们所拟，规则可见"},
	"segments.explain.source": {"Hughes (1994), Strategic Database Marketing", "Hughes（1994）《Strategic Database Marketing》"},
}
