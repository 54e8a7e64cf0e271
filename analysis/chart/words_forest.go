package chart

type forestWords struct {
	Title, Heading, Apart, Overlapping, Reference, Missing, PerDeviation phrase
	Infinite, Ratio, P, Lost, Column, Level, ReferenceColumn, Exact      phrase
	Describe, DescribeTerm, Define, Counted, Need                        phrase
}

var forestEnglish = forestWords{
	Title: "Hazard ratios", Heading: "← stay longer · hazard ratio · leave sooner →",
	Apart: "{level} interval without 1", Overlapping: "{level} interval with 1",
	Reference: "against {level}", Missing: "no value", PerDeviation: "per {sd} more",
	Infinite: "cannot be estimated", Ratio: "Hazard ratio", P: "p", Lost: "Lost", Column: "Attribute", Level: "Value", ReferenceColumn: "Against", Exact: "exact",
	Describe:     "Cox regression of {customers} customers, of whom {lost} left.",
	DescribeTerm: "{term}: hazard ratio {ratio}, p {p}.",
	Define:       "A hazard ratio of 2 goes with twice the risk to leave at every age, other attributes being equal; numbers are per standard deviation. An association is no cause.",
	Counted:      "Cox regression, ties by {ties}, {level} intervals. {customers} customers, {lost} lost.",
	Need:         "No attribute could be used.",
}

var forestChinese = forestWords{
	Title: "风险比", Heading: "← 留得更久 · 风险比 · 更早流失 →",
	Apart: "{level}区间不含1", Overlapping: "{level}区间包含1",
	Reference: "对照：{level}", Missing: "缺失", PerDeviation: "每增加{sd}",
	Infinite: "无法估计", Ratio: "风险比", P: "p", Lost: "已流失", Column: "属性", Level: "取值", ReferenceColumn: "对照", Exact: "精确法",
	Describe:     "对{customers}位客户（其中{lost}位已流失）的Cox回归。",
	DescribeTerm: "{term}：风险比{ratio}，p {p}。",
	Define:       "风险比为2，表示在其他属性相同时，任何时候的流失风险都是两倍；数值列按每个标准差计。相关不等于因果。",
	Counted:      "Cox回归，同时事件按{ties}处理，{level}置信区间。共{customers}位客户，{lost}位已流失。",
	Need:         "没有可用的属性。",
}
