package chart

type lifecycleWords struct {
	Title, Heading, Day, All, Share, Describe, DescribeStage, Define, Counted, Need phrase
	First, Repeat, Exploration, Growth, Stability, Decline, Lapsed                  phrase
}

var lifecycleEnglish = lifecycleWords{
	Title: "Stages over time", Heading: "Share of the customers known by then", Day: "At the end of", All: "All customers", Share: "{stage}, share",
	Describe:      "From {from} to {to} the customers known grew from {before} to {now}.",
	DescribeStage: "{stage}: from {before} to {now}.",
	Define:        "Each day’s stages are those that the same rules give by what was known on that day.",
	Counted:       "{points} days, {customers} customers on the last.",
	Need:          "There are too few days to follow stages over time: a longer period of orders is needed.",
	First:         "First purchase", Repeat: "Repeat", Exploration: "Exploration", Growth: "Growth", Stability: "Stability", Decline: "Decline", Lapsed: "Lapsed",
}

var lifecycleChinese = lifecycleWords{
	Title: "各阶段随时间的变化", Heading: "占当时全部客户的比例", Day: "截至", All: "全部客户", Share: "{stage}占比",
	Describe:      "{from}至{to}，已知客户由{before}位增至{now}位。",
	DescribeStage: "{stage}：由{before}变为{now}。",
	Define:        "每一天的阶段按同一套规则、仅凭当天已知的情况判定。",
	Counted:       "共{points}个日期，最后一天有{customers}位客户。",
	Need:          "日期太少，无法观察阶段的变化：需要更长时间的订单。",
	First:         "首购", Repeat: "复购", Exploration: "考察期", Growth: "形成期", Stability: "稳定期", Decline: "退化期", Lapsed: "流失",
}

// stage names a stage by its key.
func (w *lifecycleWords) stage(key string) phrase {
	return map[string]phrase{"first": w.First, "repeat": w.Repeat, "exploration": w.Exploration,
		"growth": w.Growth, "stability": w.Stability, "decline": w.Decline, "lapsed": w.Lapsed}[key]
}
