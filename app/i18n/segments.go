package i18n

// segmentsCatalogue holds the words of the Segments screen; the segments
// themselves are named in rfm.go.
var segmentsCatalogue = Catalogue{
	"segments.finding.lead":    {"**{segment}** are {customers} of customers and bring **{revenue}** of revenue.", "**{segment}**占全部客户的 {customers}，贡献了 **{revenue}** 的收入。"},
	"segments.finding.lapsing": {"**{customers}** who used to buy often or spend much have been silent for long; they have brought {revenue} so far.", "另有 **{customers} 位**曾经常买或消费较高的客户已沉默较久，他们累计贡献了 {revenue}。"},

	"segments.rules": {"Rules", "分群规则"},
	"segments.bins":  {"Scores from 1 to", "评分档数"},
	"segments.spend": {"Spend counts as", "消费金额口径"},

	"segments.table.title": {"Segments and their rules", "客户群与规则"},
	"segments.table.lead":  {"Press a segment to see its customers.", "点击客户群可查看其中的客户。"},
	"segments.table.foot":  {"What to do is our advice, not a result of the data. Days since the last purchase: median. Purchase days and spend: mean.", "“建议”是我们的看法，并非数据得出的结论。距最近购买为中位数；购买天数与消费为平均值。"},
	"segments.segment":     {"Segment", "客户群"},
	"segments.rule":        {"Rule", "规则"},
	"segments.customers":   {"Customers", "客户数"},
	"segments.share":       {"of all", "占比"},
	"segments.revenue":     {"of revenue", "收入占比"},
	"segments.recency":     {"Days since last", "距最近购买（天）"},
	"segments.frequency":   {"Purchase days", "购买天数"},
	"segments.mean":        {"Spend each", "人均消费"},
	"segments.advised":     {"Segment, and what to do", "客户群与建议"},

	"segments.cuts.title": {"Where the scores change", "评分分界"},
	"segments.cuts.lead":  {"The values of each score, and how many customers have it.", "每一档的取值范围与人数。"},
	"segments.score":      {"Score", "分数"},
	"segments.people":     {"People", "人数"},

	"segments.explain":        {"Each customer is scored by how recently, how often and how much they bought. The named segments are rules over these scores.", "按最近何时购买、买得多勤、花了多少为每位客户评分；客户群就是对这些分数的规则。"},
	"segments.explain.inputs": {"{customers} customers, observed until {end}", "{customers} 位客户，观察至{end}"},
	"segments.explain.r":      {"R: days since the last purchase; fewer days score higher", "R：距最近购买的天数，越少分数越高"},
	"segments.explain.advice": {"names and advice are ours; the rules are in the table", "名称与建议由我们拟定，规则见表"},
	"segments.explain.source": {"Hughes (1994), Strategic Database Marketing", "Hughes（1994）《Strategic Database Marketing》"},
}
