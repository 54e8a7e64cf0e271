package i18n

// churnCatalogue holds what definitions of loss, their workbench and their ledger
// have to say.
var churnCatalogue = Catalogue{
	"progress.definition": {"Trying definitions of loss", "正在检验流失定义"},

	"churn.kind.silence":  {"Silence", "沉默"},
	"churn.kind.decline":  {"Decline", "活跃度下降"},
	"churn.kind.ended":    {"Explicit end", "明确终止"},
	"churn.kind.combined": {"Combined", "组合"},

	// what is wrong with a definition
	"churn.bad-kind":  {"There is no way of telling a loss that is called “{kind}”.", "没有名为“{kind}”的流失判断方式。"},
	"churn.few-parts": {"A combined definition needs at least two parts.", "组合定义至少需要两个组成部分。"},
	"churn.few-parts.remedy": {
		"Choose two or three of silence, decline and explicit end.",
		"请在沉默、活跃度下降、明确终止中选择两到三项。"},
	"churn.bad-part":    {"“{kind}” cannot be part of a combined definition.", "“{kind}”不能作为组合定义的组成部分。"},
	"churn.part-twice":  {"“{kind}” stands in the combined definition twice.", "组合定义中“{kind}”出现了两次。"},
	"churn.bad-decline": {"Windows of {recent} and {prior} days make no sense. Choose at least 1 day each.", "近期窗口 {recent} 天与对照窗口 {prior} 天没有意义，每个至少为 1 天。"},
	"churn.bad-below":   {"{below} is no share that activity can fall below. It lies between 0 and 1, for example 0.5.", "{below} 不能作为下降比例。应在 0 与 1 之间，例如 0.5。"},
	"churn.decline-beyond": {
		"A decline over {recent} days against the {prior} days before cannot be seen in data that span {span} {span|day|days}.",
		"数据只覆盖 {span} 天，无法将最近 {recent} 天与之前的 {prior} 天相比较。"},
	"churn.decline-beyond.remedy": {"Choose shorter windows, or load a longer period.", "请改用较短的窗口，或导入更长时期的数据。"},
	"churn.no-column":             {"No column says when customers ended.", "没有指明哪一列记录客户的终止。"},
	"churn.no-column.remedy": {
		"Choose a column of dates, such as a contract end, or one of states, such as “cancelled”. Columns are kept on the Data screen.",
		"请选择一列日期（如合同终止日）或一列状态（如“已退订”）。可在“数据”页面保留所需的列。"},
	"churn.number-column": {"The column “{column}” holds numbers: they cannot say whether a customer has left.", "列“{column}”是数值，无法说明客户是否已离开。"},
	"churn.no-states":     {"No value of the column “{column}” means that a customer has left.", "没有指明列“{column}”中哪些值表示客户已离开。"},
	"churn.no-states.remedy": {
		"Choose the values that mean a loss, as the column writes them.",
		"请按该列的写法，选择表示流失的值。"},
	"churn.unknown-state":    {"The column “{column}” never says “{state}”.", "列“{column}”中没有“{state}”这个值。"},
	"churn.bad-tier":         {"Tier {tier} cannot hold a share of {share} of customers. Shares lie between 0 and 1.", "第 {tier} 层的客户占比 {share} 无效，应在 0 与 1 之间。"},
	"churn.bad-weight":       {"Tier {tier} cannot weigh {weight}. Weights are numbers above 0.", "第 {tier} 层的权重 {weight} 无效，应为大于 0 的数。"},
	"churn.tiers-over":       {"The tiers hold {sum} of customers together. That is more than all.", "各层客户占比合计 {sum}，超过了全部客户。"},
	"churn.bad-error-weight": {"An error cannot weigh {weight}. Weights are numbers of 0 or more.", "误判权重 {weight} 无效，应为不小于 0 的数。"},
	"churn.bad-followup":     {"A follow-up of {days} days makes no sense. Choose at least 1 day.", "跟踪期 {days} 天没有意义，请至少选择 1 天。"},
	"churn.followup-beyond": {
		"Nobody can be watched for {days} days in data that span {span} {span|day|days}.",
		"数据只覆盖 {span} 天，无法跟踪 {days} 天。"},
	"churn.followup-beyond.remedy": {
		"Choose a shorter follow-up, for example {half} {half|day|days}, or load a longer period.",
		"请缩短跟踪期，例如 {half} 天，或导入更长时期的数据。"},
	"churn.bad-period": {
		"The period from {from} to {day} does not lie within the data, which run from {first} to {end}.",
		"时段 {from} 至 {day} 不在数据范围内，数据从 {first} 到 {end}。"},
	"churn.too-many": {"At most {max} definitions can be compared with the first.", "最多可与第一个定义比较 {max} 个定义。"},

	// doubts about a workbench
	"churn.no-gaps": {
		"Nobody bought on two days, so there is no gap between purchases to learn a window from.",
		"没有客户在两个不同的日期购买过，没有购买间隔可供推算沉默期。"},
	"churn.no-trial": {
		"No window could be tried: nobody was a customer before {day}, {followup} {followup|day|days} before the end of the data.",
		"无法检验沉默期：在 {day}（数据结束前 {followup} 天）之前还没有客户。"},
	"churn.no-trial.remedy":     {"Choose a shorter follow-up, or load a longer period.", "请缩短跟踪期，或导入更长时期的数据。"},
	"churn.few-on-trial":        {"Windows were tried on {customers} {customers|customer|customers} only, those known on {day}. The errors are a rough sketch.", "只用 {day} 时已有的 {customers} 位客户做了检验，误判率只是粗略估计。"},
	"churn.best-at-edge":        {"The errors cost least at the edge of what could be tried, at {best} {best|day|days}: the best window may lie beyond it.", "误判代价最小处位于可检验范围的边缘（{best} 天），最佳沉默期可能在范围之外。"},
	"churn.beyond-trial":        {"A silence of {window} days could not be tried: on the day of the trial nobody could have been silent for more than {longest} {longest|day|days}.", "无法检验 {window} 天的沉默期：在检验日，客户的沉默最长只可能有 {longest} 天。"},
	"churn.short-period":        {"The period has {period} {period|day|days}, fewer than the {window} days of silence that make a loss. Those who count as lost in it were silent before it began already, and the rate is too low.", "时段只有 {period} 天，短于判定流失所需的 {window} 天沉默期。期内计为流失的客户在期初之前就已沉默，流失率被低估。"},
	"churn.short-period.remedy": {"Choose a period at least as long as the window.", "请选择不短于沉默期的时段。"},
	"churn.unjudged": {
		"{unjudged} of {customers} customers have been known for fewer than {days} {days|day|days}: a decline of theirs cannot be seen yet.",
		"{customers} 位客户中有 {unjudged} 位的历史不足 {days} 天，还无法判断其活跃度是否下降。"},
	"churn.undated": {
		"{left} {left|customer has|customers have} left by what the column says, but not when. They count as lost on {end} only; rates of earlier periods do not see them.",
		"按该列记录，有 {left} 位客户已离开，但不知何时离开。他们只在 {end} 计为流失，此前时段的流失率不包含他们。"},
	"churn.undated.remedy":      {"A column with the dates of the ends would date the losses.", "如有记录终止日期的列，就能确定流失的时间。"},
	"churn.bought-after":        {"{customers} {customers|customer|customers} bought on or after the day on which their end is on record. They still count as lost.", "有 {customers} 位客户在记录的终止日当天或之后仍有购买，但仍计为流失。"},
	"churn.bought-after.remedy": {"Ask what the column means: the end of a contract may be no end of the relationship.", "请确认该列的含义：合同终止不一定意味着关系终止。"},
	"churn.no-revenue":          {"Revenue up to {day} is not positive, so tiers have no share of it.", "截至 {day} 的收入不为正，无法计算各层的收入占比。"},

	// whether a loss is final
	"churn.verdict.final": {
		"Here a loss is practically final: of silences of {silent} days, {chance} end with another purchase within the next {within} days (95 % interval {low} to {high}).",
		"在这份数据中，流失几乎不可逆：沉默满 {silent} 天后，接下来 {within} 天内再次购买的比例为 {chance}（95% 置信区间 {low} 至 {high}）。"},
	"churn.verdict.mostly": {
		"Here a loss is mostly final: of silences of {silent} days, {chance} end with another purchase within the next {within} days (95 % interval {low} to {high}).",
		"在这份数据中，流失大多不可逆：沉默满 {silent} 天后，接下来 {within} 天内再次购买的比例为 {chance}（95% 置信区间 {low} 至 {high}）。"},
	"churn.verdict.often": {
		"Here a loss is often not final: of silences of {silent} days, {chance} end with another purchase within the next {within} days (95 % interval {low} to {high}).",
		"在这份数据中，流失常常可逆：沉默满 {silent} 天后，接下来 {within} 天内再次购买的比例为 {chance}（95% 置信区间 {low} 至 {high}）。"},
	"churn.verdict.early": {
		"Here {silent} silent days are no loss: {chance} of such silences end with another purchase within the next {within} days (95 % interval {low} to {high}). A longer window would call fewer customers lost who come back.",
		"在这份数据中，沉默 {silent} 天还不算流失：接下来 {within} 天内再次购买的比例为 {chance}（95% 置信区间 {low} 至 {high}）。更长的沉默期会减少误判。"},
	"churn.verdict.unknown": {
		"Whether a loss after {silent} silent days is final cannot be said: the data follow enough gaps for {reach} {reach|day|days} only.",
		"无法判断沉默 {silent} 天后的流失是否不可逆：数据只能对足够多的购买间隔跟踪 {reach} 天。"},

	// why two definitions differ
	"churn.line.silent-bought":   {"Silent for {days} {days|day|days}, but not for {other}", "已沉默 {days} 天，但未满 {other} 天"},
	"churn.line.silent-kept":     {"Silent for {days} {days|day|days}, but activity not below {below} of the own past", "已沉默 {days} 天，但活跃度未低于自身以往的 {below}"},
	"churn.line.silent-open":     {"Silent for {days} {days|day|days}, but no end is on record", "已沉默 {days} 天，但没有终止记录"},
	"churn.line.silent-unjudged": {"Silent for {days} {days|day|days}, but too little past to judge a decline by", "已沉默 {days} 天，但历史不足，无法判断是否下降"},
	"churn.line.fell-bought":     {"Activity of {recent} days below {below} of the own past, but bought within {other} days", "最近 {recent} 天活跃度低于自身以往的 {below}，但 {other} 天内有购买"},
	"churn.line.fell-kept":       {"Activity of {recent} days below {below} of the own past, but over {days} days not below {other}", "最近 {recent} 天活跃度低于自身以往的 {below}，但按 {days} 天计未低于 {other}"},
	"churn.line.fell-open":       {"Activity of {recent} days below {below} of the own past, but no end is on record", "最近 {recent} 天活跃度低于自身以往的 {below}，但没有终止记录"},
	"churn.line.fell-unjudged":   {"Activity of {recent} days below {below} of the own past, but too little past for the other windows", "最近 {recent} 天活跃度低于自身以往的 {below}，但对另一组窗口而言历史不足"},
	"churn.line.ended-bought":    {"An end is on record, though silent for fewer than {other} days", "已有终止记录，但沉默未满 {other} 天"},
	"churn.line.ended-since":     {"An end is on record, but bought since, within {other} days", "已有终止记录，但此后又有购买，且在 {other} 天之内"},
	"churn.line.ended-kept":      {"An end is on record, though activity is not below {below} of the own past", "已有终止记录，但活跃度未低于自身以往的 {below}"},
	"churn.line.ended-open":      {"An end is on record in the one column, not in the other", "一列有终止记录，另一列没有"},
	"churn.line.ended-unjudged":  {"An end is on record, but too little past to judge a decline by", "已有终止记录，但历史不足，无法判断是否下降"},

	// where sectors commonly start: assumptions
	"churn.preset.year.name":       {"A year", "一年"},
	"churn.preset.year.why":        {"An assumption: no purchase in a year is the usual textbook window, whatever the sector.", "假设：一年没有购买，是各行业通用的教科书式标准。"},
	"churn.preset.ecommerce.name":  {"E-commerce", "电商"},
	"churn.preset.ecommerce.why":   {"An assumption: online shops of everyday goods often call 90 silent days a loss. Furniture takes far longer.", "假设：日用品电商常以 90 天不购买为流失；家具等品类要长得多。"},
	"churn.preset.restaurant.name": {"Restaurant", "餐饮"},
	"churn.preset.restaurant.why":  {"An assumption: regular guests come weekly or monthly, so 60 days away stand out.", "假设：常客每周或每月光顾，60 天未来已属异常。"},
	"churn.preset.retail.name":     {"Retail", "零售"},
	"churn.preset.retail.why":      {"An assumption: half a year covers one season of a shop's range.", "假设：半年大致覆盖店铺商品的一个季节周期。"},
	"churn.preset.hotel.name":      {"Hotel", "酒店"},
	"churn.preset.hotel.why":       {"An assumption: many guests travel once a year, so a shorter silence says little.", "假设：许多客人一年只出行一次，更短的沉默说明不了什么。"},
	"churn.preset.car.name":        {"Car service", "汽车服务"},
	"churn.preset.car.why":         {"An assumption: a yearly service with half a year of grace.", "假设：每年保养一次，再加半年宽限。"},
	"churn.preset.b2b.name":        {"B2B", "企业客户（B2B）"},
	"churn.preset.b2b.why":         {"An assumption: business customers who reorder every month or quarter have missed two rounds by then.", "假设：按月或按季补货的企业客户，到这时已错过两轮以上。"},
	"churn.preset.bank.name":       {"Bank", "银行"},
	"churn.preset.bank.why":        {"An assumption: half a year without a transaction of the customer's own often counts as a dormant account.", "假设：半年没有客户主动发起的交易，常被视为休眠账户。"},
	"churn.preset.telecom.name":    {"Telecom", "电信"},
	"churn.preset.telecom.why":     {"An assumption: the contract says when a customer ends. Choose the column of its end date or state.", "假设：以合同为准，请选择记录合同终止日期或状态的列。"},
	"churn.preset.insurance.name":  {"Insurance", "保险"},
	"churn.preset.insurance.why":   {"An assumption: a policy that is not renewed ends. Choose the column of its end date or state.", "假设：保单到期未续即为终止，请选择记录终止日期或状态的列。"},
}
