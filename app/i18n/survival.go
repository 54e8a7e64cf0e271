package i18n

var survivalCatalogue = Catalogue{
	"survival.empty": {
		"There are no customers to follow.",
		"没有可以跟踪的客户。"},
	"survival.unequal": {
		"{times} durations were given, but {events} events.",
		"给出了 {times} 个时长，却有 {events} 个事件标记，数量不一致。"},
	"survival.bad-time": {
		"Duration {row} is {value}. Durations are numbers of 0 or more.",
		"第 {row} 个时长为 {value}。时长必须是不小于 0 的数。"},
	"survival.bad-level": {
		"{level} is not a confidence level. It lies between 0 and 1, for example 0.95.",
		"{level} 不是有效的置信水平。应在 0 与 1 之间，例如 0.95。"},
	"survival.bad-interval": {
		"There is no kind of interval called “{interval}”.",
		"没有名为“{interval}”的置信区间类型。"},
	"survival.span": {
		"The data run from {first} to {end}. That cannot be right: check how the dates were read.",
		"数据的日期从 {first} 到 {end}，这不合理，请检查日期的识别方式。"},
	"survival.after-end": {
		"There is a purchase on {last}, after the end of observation on {end}.",
		"有一笔购买发生在 {last}，晚于观察截止日 {end}。"},
	"survival.one-day": {
		"All purchases fall on one day, so nobody can be seen to stay or to leave.",
		"所有购买都发生在同一天，看不出谁留下、谁离开。"},
	"survival.bad-window": {
		"A silence of {window} days makes no sense. Choose at least 1 day.",
		"沉默期 {window} 天没有意义，请至少选择 1 天。"},
	"survival.window-beyond": {
		"A silence of {window} days cannot be seen in data that span {span} {span|day|days}.",
		"数据只覆盖 {span} 天，无法观察到 {window} 天的沉默。"},
	"survival.window-beyond.remedy": {
		"Choose a shorter window, for example {third} {third|day|days}, or load a longer period.",
		"请改用较短的沉默期，例如 {third} 天，或导入更长时期的数据。"},
	"survival.unreached": {
		"No window could be derived: {share} of purchase gaps should close within it, but only {reached} close within these data. A silence of {window} {window|day|days} is used instead: a third of the {span} days of data, at most a year.",
		"无法从数据推算沉默期：应有 {share} 的购买间隔在期内结束，但在这份数据里只有 {reached} 结束。因此改用 {window} 天：取数据跨度 {span} 天的三分之一，且不超过一年。"},
	"survival.unreached.remedy": {
		"If you know how often customers usually buy, enter your own window. Many one-time buyers are the usual cause.",
		"如果您了解客户通常多久买一次，请自行填写沉默期。常见原因是只买过一次的客户很多。"},
	"survival.shortened": {
		"The gaps between purchases suggest a window of {proposed} days. That is more than half of the {span} days of data, so {window} {window|day|days} are used.",
		"按购买间隔推算，沉默期应为 {proposed} 天，但这超过了数据跨度 {span} 天的一半，因此改用 {window} 天。"},
	"survival.longer-data": {
		"A longer period of data would allow the proposed window.",
		"导入更长时期的数据，就可以采用推算出的沉默期。"},
	"survival.long": {
		"A silence of {window} days is long for data that span {span}: few customers could be seen to lapse at all, and the curve rests on them.",
		"对跨度 {span} 天的数据来说，{window} 天的沉默期太长：能被观察到流失的客户很少，曲线只靠他们支撑。"},
	"survival.long.remedy": {
		"Choose a window of at most half the span, or load a longer period.",
		"请选择不超过数据跨度一半的沉默期，或导入更长时期的数据。"},
	"survival.returned": {
		"{share} of the customers counted as lapsed bought again later ({returned} of {lapsed}).",
		"被算作流失的客户中，有 {share} 后来又回来购买（{lapsed} 人中的 {returned} 人）。"},
	"survival.returned.remedy": {
		"If that is more than you would call a mistake, choose a longer window.",
		"如果这个误判比例偏高，请选择更长的沉默期。"},
	"survival.cliff": {
		"{share} of customers were silent for {window} {window|day|days} right after their first purchase. That is the drop at day {window}, before which nobody can count as lapsed.",
		"有 {share} 的客户在首次购买之后就沉默了 {window} 天，曲线因此在第 {window} 天陡降；在那之前没有人会被算作流失。"},
	"survival.few": {
		"Only {customers} {customers|customer is|customers are} followed. The curve is a rough sketch: read its band.",
		"只跟踪了 {customers} 位客户，曲线只是粗略的轮廓，请结合置信带来看。"},
	"survival.thin": {
		"After day {day} fewer than {limit} customers are still at risk. The curve is uncertain there, whatever it seems to show.",
		"第 {day} 天之后，仍在观察中的客户不足 {limit} 位，曲线的这一段并不可靠。"},
	"survival.none": {
		"Nobody was silent for {window} {window|day|days}, so the curve stays at 100 %.",
		"没有客户沉默满 {window} 天，因此曲线一直停在 100%。"},
	"survival.no-median": {
		"The median lifetime is not reached: {share} of customers are still here when the curve ends.",
		"尚未达到中位寿命：曲线结束时仍有 {share} 的客户没有流失。"},
}
