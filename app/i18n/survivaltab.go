package i18n

// survivalTabCatalogue holds the words of the Retention screen's second tab.
var survivalTabCatalogue = Catalogue{
	"retention.finding.median":           {"Half of all customers have likely lapsed within **{days} days** of their first purchase, if {window} days of silence count as lapsing.", "若以连续 {window} 天未购买为流失，半数客户在首次购买后 **{days} 天**内流失。"},
	"retention.finding.cliff":            {"**{share}** of all customers bought once and then nothing for {window} days.", "**{share}** 的客户只买了一次，此后 {window} 天内没有再买。"},
	"retention.finding.unreached":        {"Fewer than half of all customers have ever been silent for {window} days.", "曾连续 {window} 天未购买的客户还不到一半。"},
	"retention.stat.median":              {"Median time until a loss", "流失时间中位数"},
	"retention.stat.median.note":         {"after the first purchase", "自首次购买起"},
	"retention.stat.lapsed":              {"Likely lapsed so far", "目前可能已流失"},
	"retention.stat.lapsed.note":         {"of {customers}; {returned} of the lapsed came back later", "共 {customers} 位客户；流失者中 {returned} 位后来又回来购买"},
	"retention.window.title":             {"When is silence a loss?", "沉默多久算流失？"},
	"retention.window.lead":              {"{p} of purchase gaps end within **{days} days**, counting the {open} that are still open. The {closed} closed gaps alone would say {naive} days.", "计入 {open} 个尚未结束的间隔后，{p} 的购买间隔在 **{days} 天**内结束；若只看 {closed} 个已结束的间隔，则为 {naive} 天。"},
	"retention.window.none":              {"The data cannot say: too many customers bought once and are still silent.", "数据无法给出建议：太多客户只买过一次，之后一直沉默。"},
	"retention.window.label":             {"Likely lapsed after a silence of", "沉默多久视为流失"},
	"retention.window.proposed":          {"Use the proposal", "采用建议值"},
	"retention.window.wrong":             {"Enter a whole number of days from 1 to {span}. The data span no more.", "请填写 1 到 {span} 之间的整数；数据总共只覆盖 {span} 天。"},
	"retention.explain.survival":         {"The share of customers who have not yet been silent for the whole window, by time since their first purchase. A customer lapses at the moment the window has passed without a purchase.", "自首次购买起，尚未沉默满整个沉默期的客户占比。沉默期内一直没有购买，则在期满那一刻记为流失。"},
	"retention.explain.survival.formula": {"_S_(_t_) = ∏ (1 − _d_ ÷ _n_) over the days up to _t_ on which _d_ of the _n_ customers at risk lapse", "_S_(_t_) = ∏ (1 − _d_ ÷ _n_)：对 _t_ 及之前的每个流失日连乘，_n_ 为当时仍在观察中的客户数，_d_ 为当日流失的客户数"},
	"retention.explain.survival.inputs":  {"{customers} customers, {lapsed} of whom are lost", "{customers} 位客户，其中 {lapsed} 位已流失"},
	"retention.explain.survival.left":    {"what came after a lapse: {returned} customers bought again", "流失之后的购买：{returned} 位客户后来又买过"},
	"retention.explain.survival.assumes": {"customers still within their window are counted up to the last day and not beyond", "沉默期未满的客户计至数据最后一天（删失），不作更远的推断"},
	"retention.explain.survival.source":  {"Kaplan and Meier (1958); Greenwood's variance, log-log interval", "Kaplan 与 Meier（1958）；Greenwood 方差，log-log 区间"},
}
