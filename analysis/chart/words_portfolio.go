package chart

type portfolioWords struct {
	Title, Heading, Axis, Bubbles, Crowd, OneOf, Each    phrase
	Share, Profit, Churn, Strategy, Counted, CellCounted phrase
	Define, Described, DescribedCell, Need, Group        phrase
}

var portfolioEnglish = portfolioWords{
	Title: "Portfolio matrix", Heading: "Profit a year per customer, logarithmic away from 0", Axis: "Share of wallet",
	Bubbles: "Size: revenue", Crowd: "The darker, the more customers",
	OneOf: "No. {rank} by revenue", Each: "Profit a year per customer",
	Share: "Share of wallet", Profit: "Profit a year", Churn: "Lost", Strategy: "Strategy (ours)",
	Counted:     "{customers} customers; {left} without a wallet or profit are left out.",
	CellCounted: "{customers} · {share} of revenue",
	Define:      "Share of wallet = revenue of the last {days}, as a year’s, ÷ what the customer spends in the category a year. Cut-offs: {share} of wallet, {profit} a year. The strategies are ours, not from literature.",
	Described:   "{customers} customers by share of wallet and profit.", DescribedCell: "{strategy}: {customers} customers with {share} of revenue.",
	Need: "No customer has both a wallet above zero and a profit.", Group: "Group",
}

var portfolioChinese = portfolioWords{
	Title: "客户组合矩阵", Heading: "人均年利润（0两侧为对数刻度）", Axis: "钱包份额",
	Bubbles: "大小：收入", Crowd: "颜色越深，客户越多",
	OneOf: "收入第{rank}名", Each: "人均年利润",
	Share: "钱包份额", Profit: "年利润", Churn: "已流失", Strategy: "策略（自拟）",
	Counted:     "共{customers}位客户；另有{left}位缺少钱包或利润，未列入。",
	CellCounted: "{customers}位·占收入{share}",
	Define:      "钱包份额＝最近{days}的收入折合全年÷客户全年在该品类的总支出。分界：钱包份额{share}，年利润{profit}。各格策略为本工具自拟，并非出自文献。",
	Described:   "{customers}位客户按钱包份额和利润分布。", DescribedCell: "{strategy}：{customers}位客户，占收入{share}。",
	Need: "没有客户同时具有大于零的钱包和已知利润。", Group: "组",
}

type paybackWords struct {
	Title, Heading, Axis, All, Band, Even, EvenAt, Within phrase
	Start, Nth, Value, Interval, AtRisk, Month, Group     phrase
	Define, Counted, Describe, DescribeNever, Need        phrase
}

var paybackEnglish = paybackWords{
	Title: "Value of a relationship by its age", Heading: "Cumulative net present value per customer", Axis: "Months since the first purchase",
	All: "All customers", Band: "95 % interval", Even: "Break-even: month {k}", EvenAt: "Break-even in month {k}", Within: "{at} ({early}–{late})",
	Start: "At the start", Nth: "After {k} months", Value: "Value so far", Interval: "95 % interval", AtRisk: "Customers observed", Month: "Month", Group: "Group",
	Define:        "Margin less serving, month by month, discounted at {rate} a year, from minus the cost of acquisition on. Break-even is the first month from which the curve stays at or above zero.",
	Counted:       "{customers} customers; each month is the mean of those observed for all of it.",
	Describe:      "{group}: from {start} at the first purchase to {end} after {months} months; {even}.",
	DescribeNever: "no break-even within these months", Need: "No customer has been observed for a whole month.",
}

var paybackChinese = paybackWords{
	Title: "客户关系的累计价值", Heading: "人均累计净现值", Axis: "首购后月数",
	All: "全部客户", Band: "95%区间", Even: "盈亏平衡：第{k}个月", EvenAt: "第{k}个月达到盈亏平衡", Within: "{at}（{early}–{late}）",
	Start: "起点", Nth: "{k}个月后", Value: "累计价值", Interval: "95%区间", AtRisk: "观察到的客户", Month: "月", Group: "组",
	Define:        "逐月毛利减去服务成本，按年贴现率{rate}折现，起点为负的获客成本。盈亏平衡为曲线从此不再低于零的第一个月。",
	Counted:       "共{customers}位客户；每个月取完整观察到该月的客户的平均值。",
	Describe:      "{group}：首购时{start}，{months}个月后{end}；{even}。",
	DescribeNever: "这段时间内未达到盈亏平衡", Need: "没有客户被观察满一个月。",
}
