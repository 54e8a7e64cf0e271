package chart

type causesWords struct {
	Title, Heading, Cause, Share, Describe, DescribeCause, Define, Counted, Need phrase
}

var causesEnglish = causesWords{
	Title: "Who has left by which cause", Heading: "Share of customers who have left", Cause: "Cause", Share: "Left by this cause",
	Describe:      "Of {customers} customers, {share} have left within {time}.",
	DescribeCause: "{cause}: {share}.",
	Define:        "Cumulative incidence by Aalen and Johansen: causes compete, and their shares add up to all who have left.",
	Counted:       "{customers} customers.",
	Need:          "The data do not tell causes apart.",
}

var causesChinese = causesWords{
	Title: "各原因造成的累计流失", Heading: "已流失的客户占比", Cause: "原因", Share: "因此流失",
	Describe:      "{customers}位客户中，{time}内流失{share}。",
	DescribeCause: "{cause}：{share}。",
	Define:        "Aalen–Johansen累计发生率：各原因相互竞争，合计即为全部流失。",
	Counted:       "共{customers}位客户。",
	Need:          "数据没有区分流失原因。",
}
