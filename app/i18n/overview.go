package i18n

// overviewCatalogue holds the words of the Overview screen.
var overviewCatalogue = Catalogue{
	"screen.overview": {"Overview", "总览"},

	"overview.per.month":   {"month", "月"},
	"overview.per.quarter": {"quarter", "季度"},
	"overview.per.year":    {"year", "年"},
	"overview.per.period":  {"period", "期"},

	"overview.grain":         {"Periods", "期间"},
	"overview.grain.month":   {"Month", "月"},
	"overview.grain.quarter": {"Quarter", "季度"},
	"overview.grain.year":    {"Year", "年"},
	"overview.grain.days":    {"Days", "天数"},
	"overview.grain.cuts":    {"Dates", "日期"},
	"overview.basis":         {"Counted from", "统计依据"},
	"overview.days":          {"Days in a period", "每期天数"},
	"overview.from":          {"First day", "首日"},
	"overview.to":            {"Last day", "末日"},
	"overview.wrong-dates":   {"Choose two dates, the first before the last.", "请选择两个日期，首日须早于末日。"},

	"overview.finding.customers": {"**{n} {n|customer|customers}** at the end of {day}.", "截至{day}，共有 **{n} 位客户**。"},
	"overview.finding.change":    {"In {period}, {in} came in and **{out}** {out|was|were} lost.", "{period}流入 {in} 位，流失 **{out}** 位。"},
	"overview.finding.alarm":     {"The churn rate of **{period} is out of the ordinary**.", "**{period}的流失率异常**，超出随机波动。"},

	"overview.churn":      {"Churn rate", "流失率"},
	"overview.churn.lead": {"Churn rate per {per}", "每{per}流失率"},
	"overview.churn.of": {
		"**{k} lost** of {n} customers at the start, added up over the {periods} {periods|period|periods} from {from} to {to}; 95 % interval. Kept up for a year, it would be **{yearly}**.",
		"分母为期初客户：自{from}至{to}的 {periods} 期合计 {n} 位，其中**流失 {k} 位**；区间为 95%。若持续一年，为 **{yearly}**。"},
	"overview.churn.none": {
		"No period begins a whole window behind the start of the data and with customers. Choose shorter periods or a shorter window, or load more data.",
		"没有哪一期的期初有客户、且之前已有一个完整窗口的数据。请选择更短的期间或窗口，或导入更多数据。"},

	"overview.now.customers": {"Customers now", "当前客户"},
	"overview.now.change":    {"{change} in {period}", "{period} {change}"},
	"overview.now.in":        {"Came in", "流入"},
	"overview.now.in.note":   {"{new} new, {back} came back", "新增 {new}，回流 {back}"},
	"overview.now.out":       {"Lost", "流失"},
	"overview.now.out.note":  {"{rate} of {n} at the start", "占期初 {n} 位的 {rate}"},
	"overview.now.nobody":    {"nobody at the start", "期初没有客户"},

	"overview.stat.none":   {"needs a whole period behind the first window", "需要首个窗口之后有完整的期间"},
	"overview.stat.inputs": {"{periods} {periods|period|periods}, {from} to {to}", "{from}至{to}，共 {periods} 期"},

	"overview.stat.nrr":          {"Net revenue retention", "净收入留存率（NRR）"},
	"overview.stat.nrr.explain":  {"What is left, after a period, of the recurring revenue of those who were customers at its start, what they added counted in. Above 100 %, those who stay grow faster than others leave.", "期初客户的经常性收入到期末还剩多少，含其增购。高于 100% 说明留下者的增长超过离开者的损失。"},
	"overview.stat.nrr.formula":  {"NRR = (start + expansion − contraction − churn) ÷ start", "NRR = (期初 + 扩增 − 缩减 − 流失) ÷ 期初"},
	"overview.stat.grr":          {"Gross revenue retention", "毛收入留存率（GRR）"},
	"overview.stat.grr.explain":  {"The same without what customers added: how well revenue is kept. It never exceeds 100 %.", "同上，但不计增购：反映收入保住了多少，不会超过 100%。"},
	"overview.stat.grr.formula":  {"GRR = (start − contraction − churn) ÷ start", "GRR = (期初 − 缩减 − 流失) ÷ 期初"},
	"overview.stat.revenue-note": {"of revenue at the start of a {per}; mean of {periods}", "占每{per}期初收入；{periods} 期均值"},

	"overview.stat.quick":          {"Quick ratio", "速动比率（Quick ratio）"},
	"overview.stat.quick.note":     {"revenue gained ÷ lost, {period}", "获得÷失去的收入，{period}"},
	"overview.stat.quick.explain":  {"Below 1, more revenue is lost than gained.", "低于 1 时，失去的收入多于获得的。"},
	"overview.stat.quick.formula":  {"quick ratio = (new + reactivation + expansion) ÷ (contraction + churn)", "速动比率 = (新增 + 回流 + 扩增) ÷ (缩减 + 流失)"},
	"overview.stat.quick.infinite": {"a period without losses: its ratio is infinite and shown as such", "没有损失的期间：比率为无穷大，照实显示"},

	"overview.stat.repeat":         {"Second purchase within 180 days", "180 天内复购"},
	"overview.stat.repeat.note":    {"plain ratio {raw}", "简单比例为 {raw}"},
	"overview.stat.repeat.explain": {"The chance that a customer buys a second time, those not yet seen for so long counted as far as they were. The plain ratio takes them for lost.", "客户第二次购买的概率；观察未满者按已观察的时长计入。简单比例则把他们当作没有复购。"},
	"overview.stat.repeat.formula": {"1 − _S_(_t_),  _S_ by Kaplan–Meier of the days to the second purchase", "1 − _S_(_t_)，_S_ 为到第二次购买天数的 Kaplan–Meier 估计"},
	"overview.stat.repeat.within":  {"within {days} days: {value} ({interval}); plain ratio {raw}, {count} customers", "{days} 天内：{value}（{interval}）；简单比例 {raw}，{count} 位客户"},
	"overview.stat.repeat.source":  {"Kaplan and Meier (1958), log-log interval; orders of one day are one purchase", "Kaplan 与 Meier（1958），log-log 区间；同一天的订单计为一次购买"},

	"overview.stat.back":         {"Reactivation rate", "回流率"},
	"overview.stat.back.note":    {"of customers lapsed at the start of a {per}", "占每{per}期初已流失的客户"},
	"overview.stat.back.explain": {"How many of those who had lapsed by the start of a period are customers again at its end.", "期初已流失的客户中，期末又成为客户的比例。"},
	"overview.stat.back.formula": {"reactivation rate = reactivated ÷ lapsed at the start", "回流率 = 回流客户 ÷ 期初已流失客户"},

	"overview.stat.arpu":         {"Revenue per customer", "客户平均收入（ARPU）"},
	"overview.stat.arpu.note":    {"ARPU, per {per}", "每{per}"},
	"overview.stat.arpu.explain": {"Revenue of the periods by the customers there were, halfway between start and end of each.", "各期收入除以各期平均客户数（期初与期末的平均）。"},
	"overview.stat.arpu.formula": {"ARPU = Σ revenue ÷ Σ (customers at the start + at the end) ÷ 2", "ARPU = Σ 收入 ÷ Σ (期初客户 + 期末客户) ÷ 2"},

	"overview.stat.aov":         {"Average order value", "平均订单金额（AOV）"},
	"overview.stat.aov.note":    {"revenue ÷ orders", "收入 ÷ 订单数"},
	"overview.stat.aov.explain": {"What an order brings on average.", "平均每笔订单带来的收入。"},
	"overview.stat.aov.formula": {"AOV = Σ revenue ÷ Σ orders", "AOV = Σ 收入 ÷ Σ 订单数"},

	"overview.nrr":   {"NRR", "NRR"},
	"overview.grr":   {"GRR", "GRR"},
	"overview.quick": {"Quick ratio", "速动比率"},

	"overview.explain.title":      {"How customers are counted", "客户如何统计"},
	"overview.control.title":      {"How to read the control chart", "如何解读控制图"},
	"overview.explain":            {"Each customer is looked at where a period begins and where it ends. Who is there at both stays; who is there only at the end is new or came back; who is there only at the start is lost.", "在每期的期初与期末各看一次：两次都在的为留存，只在期末的为新增或回流，只在期初的为流失。"},
	"overview.explain.formula":    {"start + new + reactivated − churned = end", "期初 + 新增 + 回流 − 流失 = 期末"},
	"overview.explain.inputs":     {"{customers} customers in {periods} {periods|period|periods}, {begin} to {end}", "{begin}至{end}，{periods} 期，{customers} 位客户"},
	"overview.explain.passing":    {"{n} {n|customer|customers} who came and left within one period: no rate sees them", "{n} 位客户在同一期内来而又去：流失率看不到"},
	"overview.explain.unfinished": {"periods that the data do not cover whole", "数据未完整覆盖的期间"},
	"overview.explain.settled":    {"the rate adds up the last periods, twelve at most, that begin a whole window behind the start of the data", "流失率合计最近至多十二期，且期初之前须已有一个完整窗口的数据"},
	"overview.explain.source":     {"Interval: Wilson (1927)", "区间：Wilson（1927）"},

	"overview.control":             {"Even a constant churn rate goes up and down by chance. Inside the band there is nothing to explain; a ringed point asks for a cause.", "即使流失率不变，也会随机起伏。落在带内无需解释；带圈的点则值得追查原因。"},
	"overview.control.formula":     {"_p̄_ ± 3 · √(_p̄_ (1 − _p̄_) ÷ _n_)", "_p̄_ ± 3 · √(_p̄_ (1 − _p̄_) ÷ _n_)"},
	"overview.control.inputs":      {"{points} {points|period|periods}, {alarms} of which {alarms|breaks|break} a rule", "{points} 期，其中 {alarms} 期违反判定规则"},
	"overview.control.exclusions":  {"periods that begin within the first window of the data, or without customers", "期初落在数据首个窗口内、或没有客户的期间"},
	"overview.control.independent": {"customers leave independently of each other", "客户彼此独立地离开"},
	"overview.control.dispersion":  {"the rate varies {v} times as much as that; from about 1.5 on, read rings with care", "实际波动是其 {v} 倍；超过约 1.5 时，解读圈点须谨慎"},
	"overview.control.source":      {"Montgomery, Introduction to Statistical Quality Control (p-chart); Western Electric (1956); Laney (2002)", "Montgomery《统计质量控制导论》（p 控制图）；Western Electric（1956）；Laney（2002）"},

	"overview.periods":           {"Period by period", "逐期明细"},
	"overview.periods.lead":      {"The latest first; the file has every period with all rates.", "最近的在前；导出文件含全部期间与各项比率。"},
	"overview.periods.unsettled": {"* The data begin too late for this period to know everybody at its start; it is in no average.", "* 数据开始得较晚，该期期初客户并不完整，不计入均值。"},

	"overview.go.retention": {"Which cohorts stay, and for how long", "哪些同期群留下，留多久"},
	"overview.go.segments":  {"Who brings the revenue, who is at risk", "谁贡献收入，谁有流失风险"},
	"overview.go.customers": {"Name by name", "逐位查看"},
}
