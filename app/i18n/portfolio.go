package i18n

// portfolioCatalogue holds the words of the portfolio matrix and of the value of
// relationships.
var portfolioCatalogue = Catalogue{
	"progress.portfolio": {"Adding up what customers bring and cost", "正在汇总客户的贡献与成本"},

	"portfolio.bad-bands":    {"An axis has two or three bands, not {bands}.", "每个轴只能分为两段或三段，不能是 {bands} 段。"},
	"portfolio.bad-cuts":     {"{cuts} ascending {cuts|cut-off is|cut-offs are} needed.", "需要 {cuts} 个从小到大的分界值。"},
	"portfolio.bad-days":     {"Revenue is counted over 1 to {max} days.", "收入统计期应为 1 到 {max} 天。"},
	"portfolio.bad-cost":     {"A cost is a number from 0 to a billion.", "成本应为 0 到 10 亿之间的数。"},
	"portfolio.bad-share":    {"Margin and discount lie between 0 and 100 %, the fall of serving cost between 0 and 90 %.", "毛利率和贴现率应在 0 到 100% 之间，服务成本降幅应在 0 到 90% 之间。"},
	"portfolio.bad-rule":     {"The limits of the rules are numbers, and the share of wallet is not below 0.", "规则中的界限应为数字，钱包份额不能小于 0。"},
	"portfolio.bad-column":   {"Column {column} holds no numbers.", "第 {column} 列不是数值列。"},
	"portfolio.past":         {"Cells and verdicts are only known at the observation end.", "格子与结论只在观察期末可知。"},
	"portfolio.no-matrix":    {"Without a wallet and a profit there are no cells.", "没有钱包或利润就没有格子。"},
	"portfolio.no-verdicts":  {"Without a profit and a cost there are no verdicts.", "没有利润或成本就没有结论。"},
	"portfolio.short-window": {"The data hold {days} days, fewer than the {wanted} asked for: a year’s revenue is projected from them.", "数据只有 {days} 天，少于所选的 {wanted} 天：全年收入由此推算。"},
	"portfolio.above":        {"{customers} {customers|customer has|customers have} a share of wallet above 100 % (revenue {revenue}): the wallet is understated, or they buy for others. They stay in the highest band, drawn beyond 100 %.", "{customers} 位客户的钱包份额超过 100%（收入 {revenue}）：钱包可能被低估，或代他人购买。他们仍在最高一段，画在 100% 之外。"},
	"portfolio.bad-wallet":   {"{customers} {customers|customer has|customers have} a wallet of zero or below (revenue {revenue}); they are left out of the matrix.", "{customers} 位客户的钱包为零或负数（收入 {revenue}），未列入矩阵。"},
	"portfolio.no-wallet":    {"{customers} {customers|customer has|customers have} no wallet in the file (revenue {revenue}); they are left out of the matrix.", "{customers} 位客户在文件中没有钱包数据（收入 {revenue}），未列入矩阵。"},
	"portfolio.no-profit":    {"{customers} more {customers|customer has|customers have} no known profit (revenue {revenue}); they are left out of the matrix.", "另有 {customers} 位客户的利润未知（收入 {revenue}），未列入矩阵。"},
	"portfolio.refunded":     {"{customers} {customers|customer was|customers were} paid back more than they bought in the window ({revenue}); their share is drawn at 0.", "{customers} 位客户在统计期内退款多于购买（{revenue}），份额画在 0 处。"},
	"portfolio.young":        {"{customers} {customers|customer came|customers came} within the {days} days (revenue {revenue}): their share of wallet is not yet a whole year’s.", "{customers} 位客户在这 {days} 天内才首次购买（收入 {revenue}），其钱包份额还不是全年的。"},

	"groups.portfolio.ll": {"Serve at low cost", "低成本维护"},
	"groups.portfolio.ml": {"Improve terms", "优化条件"},
	"groups.portfolio.hl": {"Raise the margin", "提升利润"},
	"groups.portfolio.lm": {"Try to grow", "试探增长"},
	"groups.portfolio.mm": {"Develop", "稳步发展"},
	"groups.portfolio.hm": {"Hold", "巩固"},
	"groups.portfolio.lh": {"Win more of the wallet", "争取更多份额"},
	"groups.portfolio.mh": {"Invest and deepen", "加大投入"},
	"groups.portfolio.hh": {"Protect", "重点保护"},

	"portfolio.advice.ll": {"Self-service and standard terms; watch for those who could grow.", "以自助和标准条款服务，留意其中有潜力的客户。"},
	"portfolio.advice.ml": {"Review prices and service level before asking for more volume.", "先检讨价格与服务水平，再争取更多采购。"},
	"portfolio.advice.hl": {"They buy nearly all here and earn little: reprice, bundle, or serve at lower cost.", "几乎都在本处采购但利润低：调价、组合销售或降低服务成本。"},
	"portfolio.advice.lm": {"Find out who has the rest of the wallet, and make a small offer.", "弄清其余份额在谁手里，先做小规模尝试。"},
	"portfolio.advice.mm": {"Widen the range they buy, step by step.", "逐步扩大其采购品类。"},
	"portfolio.advice.hm": {"Keep the service, and look for cost to take out.", "保持服务水平，寻找可节省的成本。"},
	"portfolio.advice.lh": {"Profitable already and most of the wallet is elsewhere: the best place for sales effort.", "已经盈利而大部分支出在别处：最值得投入销售力量。"},
	"portfolio.advice.mh": {"Give them a named contact and joint plans.", "配备专人，共同制定计划。"},
	"portfolio.advice.hh": {"The core: personal care, early warning, no surprise in price.", "核心客户：专人关怀、提前预警、价格不出意外。"},

	"groups.verdict.unknown": {"not known", "未知"},
	"groups.verdict.exit":    {"exit", "退出"},
	"groups.verdict.short":   {"short-term", "短期"},
	"groups.verdict.grow":    {"grow", "增长"},
	"groups.verdict.keep":    {"keep", "保持"},
}
