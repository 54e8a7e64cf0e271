package chart

type ladderWords struct {
	Title, Heading, Axis, Share, Few, After, Bought, Wait phrase
	Reached, Watched, Describe, Hurdle, Define, Counted   phrase
	Need                                                  phrase
}

var ladderEnglish = ladderWords{
	Title: "Who buys once more?", Heading: "Share that buys again within {days}", Axis: "Purchases so far",
	Share: "Buys again", Few: "Fewer than {n} customers", After: "After purchase {k}", Bought: "Bought again", Wait: "Median days to it",
	Reached: "Customers who got there", Watched: "Watched long enough",
	Describe: "After purchase {k}, {share} of {n} customers buy again within {days} ({interval}, 95\u00a0% interval).",
	Hurdle:   "Purchase {k} is the hurdle: whoever makes it is far more likely to make the next.",
	Define:   "Of the customers with k purchase days whose k-th lies at least {days} before the end of the data, the share that bought once more within that time.",
	Counted:  "{customers} customers; {open} bought too recently to be watched after the first purchase.",
	Need:     "The data are too short: no purchase lies far enough before their end.",
}

var ladderChinese = ladderWords{
	Title: "谁会再买一次？", Heading: "{days}内再次购买的比例", Axis: "已购买次数",
	Share: "再次购买", Few: "不足{n}位客户", After: "第{k}次购买之后", Bought: "再次购买的人数", Wait: "间隔天数中位数",
	Reached: "达到该次数的客户", Watched: "观察期足够的客户",
	Describe: "第{k}次购买之后，{n}位客户中{share}在{days}内再次购买（95%置信区间{interval}）。",
	Hurdle:   "第{k}次购买是道坎：迈过去的客户，继续购买的可能明显更高。",
	Define:   "在有k个购买日、且第k次距数据结束至少{days}的客户中，于该期限内再次购买者所占的比例。",
	Counted:  "共{customers}位客户，其中{open}位的首次购买距今太近，尚不能判断。",
	Need:     "数据时间太短：没有任何一次购买距数据结束足够远。",
}
