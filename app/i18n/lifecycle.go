package i18n

// lifecycleCatalogue is about the stages of a customer's life: the model's messages and
// the tab that shows them.
var lifecycleCatalogue = Catalogue{
	"groups.by.lifecycle":          {"Lifecycle stage", "生命周期阶段"},
	"groups.lifecycle.new":         {"not a customer yet", "尚非客户"},
	"groups.lifecycle.potential":   {"Potential", "潜在"},
	"groups.lifecycle.first":       {"First purchase", "首购"},
	"groups.lifecycle.repeat":      {"Repeat", "复购"},
	"groups.lifecycle.exploration": {"Exploration", "考察期"},
	"groups.lifecycle.growth":      {"Growth", "形成期"},
	"groups.lifecycle.stability":   {"Stability", "稳定期"},
	"groups.lifecycle.decline":     {"Decline", "退化期"},
	"groups.lifecycle.lapsed":      {"Lapsed", "流失"},

	"lifecycle.bad-model":     {"There is no lifecycle model “{model}”.", "没有名为“{model}”的生命周期模型。"},
	"lifecycle.bad-trend":     {"A trend cannot be read by “{trend}”.", "无法按“{trend}”判断趋势。"},
	"lifecycle.bad-recent":    {"A window of {days} days does not fit: the data span {span}.", "窗口 {days} 天不可用：数据跨度为 {span} 天。"},
	"lifecycle.bad-exploring": {"Exploration cannot end with {purchases} purchases; take 1 or more.", "考察期不能以 {purchases} 次购买结束，请取 1 或更多。"},
	"lifecycle.bad-tenure":    {"{days} days cannot be the tenure from which trends are read; take 1 to 365,000.", "开始判断趋势的客龄不能是 {days} 天，请取 1 至 365,000。"},
	"lifecycle.bad-growth":    {"Growth cannot begin at a ratio of {ratio}; take 1 to 100.", "形成期的比率不能是 {ratio}，请取 1 至 100。"},
	"lifecycle.bad-decline":   {"Decline cannot begin below a ratio of {ratio}; take more than 0 and at most 1.", "退化期的比率不能是 {ratio}，请取大于 0 且不超过 1 的数。"},
	"lifecycle.bad-days":      {"{before} and {day} cannot be compared: the first must be the earlier, and the data end on {end}.", "无法比较 {before} 与 {day}：前者须更早，且数据截至 {end}。"},

	"lifecycle.unjudged":               {"Nobody has been a customer for {days} days: no trend can be read, and nobody can be in stability or decline.", "没有客户的客龄达到 {days} 天：无法判断趋势，因而没有人处于稳定期或退化期。"},
	"lifecycle.unjudged.remedy":        {"Take a shorter window or tenure, or load more months.", "请缩短窗口或客龄，或载入更多月份的数据。"},
	"lifecycle.unjudged-before":        {"On {day} no trend could be read yet: the first customers can be judged from {from} on. Everybody in decline looks as if they had just entered it.", "{day} 尚无法判断趋势：最早的客户要到 {from} 才能判断。处于退化期的客户因此都像是刚刚进入。"},
	"lifecycle.unjudged-before.remedy": {"Compare with a later day, or take a shorter window.", "请与更晚的日期比较，或缩短窗口。"},
	"lifecycle.short-tenure":           {"Trends are read from {days} days on, but two windows take {windows}: the one before may reach back behind the first purchase, and is then too low.", "客龄满 {days} 天即判断趋势，而两个窗口共 {windows} 天：前一窗口可能早于首购，因而偏低。"},
	"lifecycle.twice-declined":         {"The definition of loss in force asks about decline itself: whoever falls that far is lapsed here, and few are left in decline.", "现行流失定义本身就看下降：降到那一步的客户在这里已算流失，留在退化期的很少。"},
	"lifecycle.twice-declined.remedy":  {"Give lapsing a silence of its own here.", "请在此为流失单独设定沉默天数。"},
	"lifecycle.undated":                {"The status column does not say since when: nobody counts as lapsed by it before the last day.", "状态列没有说明起始日期：在最后一天之前，没有人因此算作流失。"},
}
