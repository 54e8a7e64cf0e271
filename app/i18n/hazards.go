package i18n

// hazardsCatalogue is what package survival says of subjects, groups and models;
// survivalCatalogue what it says of windows of silence.
var hazardsCatalogue = Catalogue{
	// subjects
	"survival.unequal-entry": {
		"{times} durations were given, but {entries} entry ages.",
		"给出了 {times} 个时长，却有 {entries} 个进入观察的时点，数量不一致。"},
	"survival.bad-entry": {
		"Customer {row} came under watch at {entry}, but was seen only until {value}. An entry lies between 0 and the duration.",
		"第 {row} 位客户在 {entry} 才进入观察，却只观察到 {value}。进入时点应在 0 与时长之间。"},
	"survival.bad-event": {
		"Row {row} names cause {value}, which is not in the list of causes.",
		"第 {row} 行的原因编号为 {value}，不在原因列表中。"},
	"survival.unwatched": {
		"{customers} {customers|customer|customers} came under watch only when last seen. Nothing can be learnt from that, so {customers|this one is|these are} left out.",
		"有 {customers} 位客户在进入观察的当天就结束了观察，不含任何信息，已排除。"},
	"survival.no-events": {
		"Nobody has left in these data, so every curve stays at 100 % and nothing can be compared.",
		"这份数据里没有人流失，所有曲线都停在 100%，无从比较。"},
	"survival.truncated": {
		"None of the {customers} customers was seen for less than {time} {unit}. If customers who left earlier are missing from the file, the curve is too high.",
		"{customers} 位客户的观察时长都不少于 {time} {unit}。如果更早流失的客户没有出现在文件里，曲线就会偏高。"},
	"survival.truncated.remedy": {
		"Load the customers who left early too, or name the date from which each customer was on record: the curve then counts each one only from there on.",
		"请补上早期流失的客户，或指定每位客户从何时起有记录：曲线只从那一刻起计入该客户。"},
	"survival.unit.days":     {"days", "天"},
	"survival.unit.weeks":    {"weeks", "周"},
	"survival.unit.months":   {"months", "个月"},
	"survival.unit.quarters": {"quarters", "个季度"},
	"survival.unit.years":    {"years", "年"},

	// groups
	"survival.everybody": {"All customers", "全部客户"},
	"survival.group-kind": {
		"“{column}” cannot group customers: it is not a column of texts with one value a customer.",
		"“{column}”不能用来分组：它不是每位客户一个值的文本列。"},
	"survival.many-groups": {
		"“{column}” has {groups} different values. At most {max} groups can be compared at once.",
		"“{column}”有 {groups} 个不同的值，一次最多比较 {max} 组。"},
	"survival.many-groups.remedy": {
		"Choose a column with fewer values, or merge the rare ones in the file.",
		"请选择取值较少的列，或在文件里合并少见的值。"},
	"survival.bad-groups": {
		"The {groups} groups do not fit the {subjects} customers.",
		"{groups} 个分组与 {subjects} 位客户对不上。"},
	"survival.bad-quantile": {
		"{p} is not a share of customers. It lies between 0 and 1, for example 0.5.",
		"{p} 不是有效的比例。应在 0 与 1 之间，例如 0.5。"},
	"survival.bad-horizon": {
		"{horizon} is not a horizon. It is a duration above 0.",
		"{horizon} 不是有效的期限，应为大于 0 的时长。"},
	"survival.bad-ties": {
		"There is no way of taking ties called “{ties}” here.",
		"这里没有名为“{ties}”的同时事件处理方法。"},
	"survival.ungrouped": {
		"{customers} {customers|customer has|customers have} no value in the grouping column and {customers|is|are} left out.",
		"有 {customers} 位客户在分组列没有值，已排除。"},
	"survival.group-empty": {
		"{group}: nobody can be followed.",
		"{group}：没有可以跟踪的客户。"},
	"survival.group-few": {
		"{group}: only {customers} {customers|customer|customers}, fewer than {limit}. Its curve says next to nothing.",
		"{group}：只有 {customers} 位客户，不足 {limit} 位，曲线几乎没有参考价值。"},
	"survival.group-none": {
		"{group}: nobody has left yet, so the curve stays at 100 %.",
		"{group}：还没有人流失，曲线停在 100%。"},
	"survival.group-thin": {
		"{group}: after {time} {unit} fewer than {limit} customers are still at risk. The curve is uncertain there.",
		"{group}：{time} {unit}之后，仍在观察中的客户不足 {limit} 位，曲线的这一段并不可靠。"},
	"survival.thin-start": {
		"{group}: the curve had fallen to {share} by {time} {unit}, when fewer than {limit} customers were under watch. All that follows starts from there.",
		"{group}：到 {time} {unit}时曲线已降到 {share}，而当时在观察中的客户不足 {limit} 位，之后的整条曲线都以此为起点。"},
	"survival.tests-disagree": {
		"The log-rank test (p {logrank}) and the Peto test (p {peto}), which weighs early losses more, do not agree. The curves probably cross or meet again.",
		"对数秩检验（p {logrank}）与更看重早期流失的 Peto 检验（p {peto}）结论不一致，曲线很可能交叉或重新靠拢。"},
	"survival.tests-disagree.remedy": {
		"Compare the restricted mean times: they hold whatever the curves' shape.",
		"请比较限定平均留存时间：无论曲线形状如何，它都成立。"},

	// regression
	"survival.no-attributes": {
		"No attribute was chosen.",
		"没有选择任何客户属性。"},
	"survival.no-attributes.remedy": {
		"Choose at least one column that differs between customers.",
		"请至少选择一列在客户之间有差别的属性。"},
	"survival.bad-attribute": {
		"“{column}” has {values} values for {customers} customers.",
		"“{column}”有 {values} 个值，而客户有 {customers} 位。"},
	"survival.all-missing": {
		"No customer has a value in every column that was chosen.",
		"没有任何客户在所选的每一列都有值。"},
	"survival.all-missing.remedy": {
		"Leave out the columns that are mostly empty.",
		"请去掉大部分为空的列。"},
	"survival.many-levels": {
		"“{column}” has {levels} different values. A regression takes at most {max}.",
		"“{column}”有 {levels} 个不同的值，回归最多接受 {max} 个。"},
	"survival.no-terms": {
		"Nothing that was chosen differs between customers.",
		"所选的属性在客户之间没有差别。"},
	"survival.cox-no-events": {
		"Nobody has left among the customers whose attributes are known, so there is nothing to explain.",
		"在属性已知的客户中没有人流失，无从分析。"},
	"survival.exact-large": {
		"Up to {ties} customers leave at the same time. The exact likelihood would take too long.",
		"同一时刻最多有 {ties} 位客户流失，精确似然的计算量过大。"},
	"survival.exact-large.remedy": {
		"Use Efron's way of taking ties.",
		"请改用 Efron 方法处理同时事件。"},
	"survival.bad-profile": {
		"A profile needs {want} numbers, not {have}, and a stratum of the fit.",
		"客户画像需要 {want} 个数而不是 {have} 个，并须属于模型中的一个分层。"},
	"survival.cox-missing": {
		"{customers} {customers|customer|customers} without a value in one of the columns {customers|is|are} left out.",
		"有 {customers} 位客户在某一列没有值，已排除。"},
	"survival.cox-constant": {
		"The same for all customers, and left out: “{terms}”.",
		"对所有客户都相同，已排除：“{terms}”。"},
	"survival.cox-collinear": {
		"Left out, because the columns before say it already: “{terms}”.",
		"已排除，因为前面的列已包含同样的信息：“{terms}”。"},
	"survival.cox-collinear.remedy": {
		"Which of several such columns stays depends on their order: choose those that you can act on.",
		"保留哪一列取决于排列顺序：请选择您能够采取行动的列。"},
	"survival.cox-level-none": {
		"None of the {customers} customers with “{term}” left. Their hazard ratio cannot be told from 0, so it has no interval.",
		"“{term}”的 {customers} 位客户无人流失，其风险比与 0 无法区分，因此没有置信区间。"},
	"survival.cox-infinite": {
		"“{term}”, alone or with others, tells exactly who leaves first. Its hazard ratio has no limit, and no interval.",
		"“{term}”单独或与其他列一起就能完全分出谁先流失，其风险比没有极限，也没有置信区间。"},
	"survival.cox-infinite.remedy": {
		"Merge this level with a similar one, or leave the column out. The other ratios hold.",
		"请将该取值与相近的取值合并，或去掉这一列。其余风险比仍然有效。"},
	"survival.cox-few": {
		"{events} customers left, for {terms} {terms|coefficient|coefficients}. At least {need} are usual; with fewer the ratios are unstable and look too extreme.",
		"流失客户 {events} 位，却要估计 {terms} 个系数。通常至少需要 {need} 位，否则风险比不稳定，且容易偏极端。"},
	"survival.cox-few.remedy": {
		"Choose fewer columns, or ones with fewer levels.",
		"请减少列数，或选择取值较少的列。"},
	"survival.cox-drift": {
		"The {number|effect|effects} of “{columns}” {number|changes|change} with the customer's age ({number|p|smallest p} {p}). Such a hazard ratio is an average over time that may hold at no time.",
		"“{columns}”的影响随客户留存时间而变化（{number|p|最小 p} {p}）。这样的风险比只是各时期的平均，可能在任何时期都不成立。"},
	"survival.cox-drift-all": {
		"Taken together, the effects change with the customers' age (p {p}), although no single column stands out.",
		"各列合起来看，影响随客户留存时间而变化（p {p}），但没有哪一列特别突出。"},
	"survival.cox-drift.remedy": {
		"Compare the groups' restricted mean times instead: they assume nothing about hazards. Or take the column as strata.",
		"请改为比较各组的限定平均留存时间，它不对风险作任何假设；或把这一列作为分层变量。"},
	"survival.cox-unsettled": {
		"The search for the best coefficients did not settle in {steps} steps.",
		"在 {steps} 步之内没有找到稳定的最优系数。"},
	"survival.cox-unsettled.remedy": {
		"Leave out columns that are nearly the same.",
		"请去掉几乎相同的列。"},

	// events
	"survival.events-unclear": {
		"“{column}” does not say by 0 and 1, or by yes and no, who has left. It has {values} different {values|value|values}: {some}",
		"“{column}”没有用 0/1 或是/否说明谁已流失。它有 {values} 个不同的值：{some}"},
	"survival.events-unclear.remedy": {
		"Name the values that mean a customer has left.",
		"请指明哪些值表示客户已流失。"},
	"survival.events-two": {
		"“{column}” has 1 and 2. 2 was taken to mean that a customer has left.",
		"“{column}”的值为 1 和 2，其中 2 被视为已流失。"},

	// laws
	"survival.law.exponential": {"exponential", "指数分布"},
	"survival.law.weibull":     {"Weibull", "威布尔分布"},
	"survival.law.lognormal":   {"log-normal", "对数正态分布"},
	"survival.law.loglogistic": {"log-logistic", "对数逻辑分布"},
	"survival.law-zero": {
		"{events} {events|customer|customers} left at age 0. A law of lifetimes gives that no chance.",
		"有 {events} 位客户的留存时长为 0，寿命分布无法容纳这样的值。"},
	"survival.law-zero.remedy": {
		"If durations are counted in whole units, enter the middle of the first one, for example 0.5.",
		"如果时长按整单位计数，请填入第一个单位的中点，例如 0.5。"},
	"survival.law-few": {
		"A law of lifetimes needs customers who left at two different ages at least; {events} left here.",
		"拟合寿命分布至少需要在两个不同时长流失的客户，这里流失了 {events} 位。"},
	"survival.law-unsettled": {
		"The {law} law did not settle: these data do not tell its parameters.",
		"{law}没有收敛：这份数据不足以确定它的参数。"},
	"survival.law-close": {
		"The {law} law fits about as well as the {best} law, which has the lowest AIC. Where they differ beyond the data, nothing here says which is right.",
		"{law}与 AIC 最低的{best}拟合得差不多。两者在数据之外的差别，这份数据无法判断孰是孰非。"},
}
