package i18n

// migrationCatalogue holds the words of who went from which group to which.
var migrationCatalogue = Catalogue{
	"groups.not-yet": {"not a customer yet", "尚非客户"},

	"migration.constant":          {"What a column says of customers does not change over time here: nobody would have moved.", "列中的客户资料在这里不随时间变化：不会有人移动。"},
	"migration.one-day":           {"All purchases are of one day: there is nothing to compare it with.", "所有购买都在同一天：没有可比较的日期。"},
	"migration.one-day.remedy":    {"Load orders of a longer period.", "请载入更长时间的订单。"},
	"migration.beyond":            {"Both days must lie within the data, from {first} to {end}.", "两个日期都必须在数据范围内：{first}至{end}。"},
	"migration.backwards":         {"The first day, {from}, must be before the second, {to}.", "第一个日期（{from}）必须早于第二个日期（{to}）。"},
	"migration.bad-window":        {"Revenue cannot be added up over {days} days: choose 1 to {max}.", "无法按 {days} 天合计收入：请选择 1 至 {max} 天。"},
	"migration.window-cut":        {"Revenue counts over {days} days, but the data begin on {first}: before {from} there are only {seen}. What customers brought before is understated against what they bring now.", "收入按 {days} 天合计，但数据始于{first}：{from}之前只有 {seen} 天。因此与现在相比，之前的收入被低估。"},
	"migration.window-cut.remedy": {"Choose a later first day or fewer days of revenue.", "请选择更晚的第一个日期，或缩短收入天数。"},
	"migration.few":               {"On {from} there were only {customers} {customers|customer|customers}: shares say little.", "{from}只有 {customers} 位客户：比例参考意义有限。"},
}
