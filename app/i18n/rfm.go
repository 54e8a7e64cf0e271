package i18n

// rfmCatalogue names the segments: "segment.<key>", its meaning, and what we
// would do ("advice"; screens label it as ours).
var rfmCatalogue = Catalogue{
	"rfm.recency":   {"recency", "最近购买（R）"},
	"rfm.frequency": {"frequency", "购买频率（F）"},
	"rfm.spend":     {"spend", "消费金额（M）"},

	"rfm.ruleset.classic":       {"Classic: ten segments", "经典规则：十个分群"},
	"rfm.ruleset.classic.about": {"Rules over recency and frequency.", "按最近购买与购买频率划分。"},
	"rfm.ruleset.compact":       {"Compact: six segments", "精简规则：六个分群"},
	"rfm.ruleset.compact.about": {"Fewer groups; spend decides whom to win back first.", "分群较少，用消费金额决定优先挽回谁。"},
	"rfm.spend.total":           {"Total spend", "累计消费"},
	"rfm.spend.average":         {"Average spend per purchase day", "每个购买日的平均消费"},

	"rfm.bad-ties": {
		"There is no tie rule called “{ties}”.",
		"没有名为“{ties}”的并列规则。"},
	"rfm.bad-frequency": {
		"Frequency cannot count “{frequency}”.",
		"频率不能按“{frequency}”计数。"},
	"rfm.cuts.number": {
		"“{text}” is not a number.",
		"“{text}”不是数字。"},
	"rfm.cuts.count": {
		"{bins} scores of {measure} need {want} cut-offs, not {have}.",
		"{measure}分为 {bins} 档需要 {want} 个分界，现有 {have} 个。"},
	"rfm.cuts.range": {
		"A cut-off of {measure} is out of range.",
		"{measure}的分界超出范围。"},
	"rfm.cuts.whole": {
		"Cut-offs of {measure} are whole numbers from 0, and {value} is not.",
		"{measure}的分界须为不小于 0 的整数，{value} 不符合。"},
	"rfm.cuts.order": {
		"Cut-offs of {measure} ascend, but {value} stands behind {before}.",
		"{measure}的分界须逐个增大，但 {value} 排在 {before} 之后。"},
	"rfm.own.count": {
		"There can be at most {max} segments of your own.",
		"自定义分群最多 {max} 个。"},
	"rfm.own.twice": {
		"There are two segments “{segment}”.",
		"有两个分群都叫“{segment}”。"},
	"rfm.own.rule": {
		"The rule “{rule}” does not fit scores from 1 to {bins}.",
		"规则“{rule}”不适用于 1 到 {bins} 分。"},
	"rfm.split": {
		"{customers} {customers|customer|customers} ({share}) share their {measure} with somebody of another score: only their order in the data tells them apart.",
		"有 {customers} 位客户（{share}）与得分不同的人{measure}相同：只有数据中的先后顺序把他们分开。"},
	"rfm.split.remedy": {
		"Under another tie rule equal customers share a score.",
		"换用其他并列规则，数值相同者得分相同。"},

	"rfm.empty": {
		"There are no customers to score.",
		"没有可以评分的客户。"},
	"rfm.bad-bins": {
		"Scores cannot have {bins} levels. Choose between {min} and {max}.",
		"评分不能分为 {bins} 档，请选择 {min} 到 {max} 档。"},
	"rfm.bad-spend": {
		"There is no measure of spend called “{spend}”.",
		"没有名为“{spend}”的消费口径。"},
	"rfm.bad-rules": {
		"There is no rule set called “{rules}”.",
		"没有名为“{rules}”的规则集。"},
	"rfm.after-end": {
		"There is a purchase on {last}, after the end of observation on {end}.",
		"有一笔购买发生在 {last}，晚于观察截止日 {end}。"},
	"rfm.few": {
		"There {customers|is only|are only} {customers} {customers|customer|customers}. Scores with {bins} levels compare them with each other and say little beyond that.",
		"只有 {customers} 位客户。{bins} 档评分只是把他们互相比较，不宜作更多引申。"},
	"rfm.uneven": {
		"Many customers are alike in {measure}: score {score} holds {share} of them instead of {even}, because equal values share a score. A tool that breaks ties by row order would move {moved} {moved|customer|customers}.",
		"很多客户的{measure}相同：{score} 分占 {share}，而不是 {even}，因为相同的数值得分相同。若按行的先后拆分并列，会有 {moved} 位客户换档。"},
	"rfm.no-spend": {
		"The orders of {customers} {customers|customer|customers} add up to zero or less.",
		"有 {customers} 位客户的订单合计为零或负数。"},
	"rfm.no-spend.remedy": {
		"Zero amounts or refunds count by your rules. Leaving them out scores paid purchases alone.",
		"当前规则计入了零元订单或退款。不计入后，评分只看付费购买。"},

	"segment.champions": {"Champions", "冠军客户"},
	"segment.champions.meaning": {
		"Bought very recently and buy often.",
		"最近刚买过，而且经常购买。"},
	"segment.champions.advice": {
		"Thank them, ask for referrals and reviews, show them new things first. No discounts needed.",
		"表达感谢，邀请推荐与评价，新品优先。无需打折。"},
	"segment.loyal": {"Loyal customers", "忠诚客户"},
	"segment.loyal.meaning": {
		"Buy often, the last time not long ago.",
		"经常购买，上次购买也不久。"},
	"segment.loyal.advice": {
		"Keep the rhythm: membership, a personal contact, offers that go with what they buy.",
		"维持购买节奏：会员权益、专人联系、推荐相关商品。"},
	"segment.potential-loyalists": {"Potential loyalists", "潜力忠诚客户"},
	"segment.potential-loyalists.meaning": {
		"Recent customers who have come back before.",
		"近期购买过，并且已有复购。"},
	"segment.potential-loyalists.advice": {
		"Give a reason for the next purchase soon: a programme to join, a second category to try.",
		"尽快给出下次购买的理由：邀请入会，或试试另一类商品。"},
	"segment.new": {"New customers", "新客户"},
	"segment.new.meaning": {
		"Bought very recently, and among the least often so far.",
		"最近刚买过，目前购买次数最少。"},
	"segment.new.advice": {
		"Make the first weeks good: help with the start, ask how it went, invite to a second purchase.",
		"做好最初几周：帮助上手，询问体验，促成第二次购买。"},
	"segment.promising": {"Promising", "有希望的客户"},
	"segment.promising.meaning": {
		"Bought recently, but seldom so far.",
		"近期购买过，但次数还很少。"},
	"segment.promising.advice": {
		"Stay in mind with useful news; a small trial offer can open the second purchase.",
		"用有用的内容保持印象，小额试用优惠可促成第二次购买。"},
	"segment.needs-attention": {"Needs attention", "需要关注的客户"},
	"segment.needs-attention.meaning": {
		"Middling in both: average frequency, and the last purchase is some time ago.",
		"两项都居中：购买频率一般，上次购买已有一段时间。"},
	"segment.needs-attention.advice": {
		"Reach out before it turns into silence: a limited offer based on what they bought.",
		"在沉默之前主动联系：根据购买记录给一个限时优惠。"},
	"segment.about-to-sleep": {"About to sleep", "即将沉睡的客户"},
	"segment.about-to-sleep.meaning": {
		"Bought seldom, and the last purchase is some time ago.",
		"购买不多，上次购买已有一段时间。"},
	"segment.about-to-sleep.advice": {
		"One friendly reminder with popular products; do not spend much.",
		"用热门商品做一次友好提醒，不必投入过多。"},
	"segment.cant-lose": {"Can't lose them", "不能失去的客户"},
	"segment.cant-lose.meaning": {
		"Were among the most frequent buyers, and have not bought for long.",
		"曾经购买最频繁，但已很久没有购买。"},
	"segment.cant-lose.advice": {
		"Call them yourself. Find out what went wrong and repair it before you offer anything.",
		"亲自联系，先弄清问题并补救，再谈优惠。"},
	"segment.at-risk": {"At risk", "有流失风险的客户"},
	"segment.at-risk.meaning": {
		"Bought fairly often, and have not bought for long.",
		"过去购买较多，但已很久没有购买。"},
	"segment.at-risk.advice": {
		"A personal message that refers to their history, with an offer to come back; keep a control group to see whether it works.",
		"结合购买历史发送个性化信息和回归优惠，并留出对照组检验效果。"},
	"segment.hibernating": {"Likely lapsed", "可能已流失"},
	"segment.hibernating.meaning": {
		"Bought seldom, and not for long.",
		"购买很少，而且已很久没有购买。"},
	"segment.hibernating.advice": {
		"Cheap channels only: seasonal mailings. Ask some of them why they stopped.",
		"只用低成本渠道，例如节日邮件；抽样询问停止购买的原因。"},

	"segment.other": {"Other", "其他"},

	"segment.core": {"Core customers", "核心客户"},
	"segment.core.meaning": {
		"Buy often, the last time recently.",
		"经常购买，最近也买过。"},
	"segment.core.advice": {
		"Look after them in person; notice early when their rhythm slows.",
		"专人维护，尽早发现购买节奏放缓。"},
	"segment.growing": {"Growing", "成长客户"},
	"segment.growing.meaning": {
		"Bought recently, not yet often, but for a lot of money.",
		"近期购买，次数不多，但金额较高。"},
	"segment.growing.advice": {
		"Turn the large first purchases into a habit: service, refills, a second category.",
		"把高额购买变成习惯：做好服务、补货提醒、推荐其他品类。"},
	"segment.newcomers": {"New and occasional", "新客与散客"},
	"segment.newcomers.meaning": {
		"Bought recently, not yet often, and for little money.",
		"近期购买，次数不多，金额也不高。"},
	"segment.newcomers.advice": {
		"A good start and a clear next step; automate it.",
		"给出良好的开端和明确的下一步，尽量自动化。"},
	"segment.cooling": {"Cooling down", "降温客户"},
	"segment.cooling.meaning": {
		"The last purchase is some time ago.",
		"上次购买已有一段时间。"},
	"segment.cooling.advice": {
		"Remind them now, while they still remember you.",
		"趁他们还记得您，现在就提醒。"},
	"segment.win-back": {"Win back first", "优先挽回的客户"},
	"segment.win-back.meaning": {
		"Likely lapsed, and among those who spent most.",
		"可能已流失，而且曾是消费最高的一批。"},
	"segment.win-back.advice": {
		"Contact them one by one, the largest first, with an answer to why they left.",
		"从金额最高的开始逐一联系，针对离开的原因给出答复。"},
	"segment.quiet": {"Likely lapsed, smaller", "可能已流失（消费较低）"},
	"segment.quiet.meaning": {
		"Likely lapsed, and did not spend much.",
		"可能已流失，消费也不高。"},
	"segment.quiet.advice": {
		"Leave them to cheap, automatic messages.",
		"用低成本的自动消息触达即可。"},
}
