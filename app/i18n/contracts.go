package i18n

// contractsCatalogue holds what is said of contracts and tenures: how they are
// read, what a dataset of them holds, and which screens need something else.
var contractsCatalogue = Catalogue{
	"engine.needs-orders":        {"{file} holds no orders, and this is computed from orders.", "{file} 中没有订单，而这项分析以订单为依据。"},
	"engine.needs-orders.remedy": {"Add an export of orders on the Data screen, with a customer, a date and an amount in each row. Contracts and tenures have screens of their own: Definition, Overview and Retention.", "请在“数据”页面添加订单导出（每行含客户、日期和金额）。合约和在网时长可在“流失定义”“总览”和“留存”页面分析。"},

	"ui.state.lacks":          {"needs orders", "需要订单"},
	"screen.needs.orders":     {"This screen needs orders", "此页面需要订单数据"},
	"screen.needs.now":        {"What is loaded: {bases}.", "当前数据：{bases}。"},
	"screen.needs.go":         {"Add orders on the Data screen", "到“数据”页面添加订单"},
	"screen.needs.retention":  {"It shows how many customers come back period by period, by cohort, and how long they stay.", "此页面按同期群展示客户逐期回来的比例，以及客户能留存多久。"},
	"screen.needs.segments":   {"It sorts customers by how recently and how often they bought and how much they spent.", "此页面按最近一次购买、购买频率和消费金额对客户分群。"},
	"screen.needs.value":      {"It estimates from purchases what each customer will still bring.", "此页面根据购买记录估计每位客户未来还能带来的价值。"},
	"screen.needs.customers":  {"It lists every customer with purchases, segment and expected value.", "此页面逐一列出客户的购买、分群和预期价值。"},
	"screen.needs.definition": {"It finds from purchases how long a silence means that a customer has likely lapsed.", "此页面根据购买记录判断多长时间不购买可视为可能流失。"},
	"screen.needs.overview":   {"It counts customers who come, stay and leave, period by period.", "此页面逐期统计新增、留下和离开的客户。"},
	"basis.orders":            {"orders", "订单"},
	"basis.contracts":         {"contracts", "合约"},
	"basis.tenures":           {"tenures", "在网时长"},

	"ingest.role-tenure": {"tenure", "在网时长"},
	"ingest.role-entry":  {"tenure at entry", "进入观察时的时长"},
	"role.tenure":        {"Tenure", "在网时长"},
	"role.tenure.hint":   {"How long the customer has stayed, as a number. Below you see in which unit.", "客户已停留多久（数字），单位见下方。"},
	"role.entry":         {"Tenure at entry", "进入观察时的时长"},
	"role.entry.hint":    {"From which tenure on the customer was watched, where earlier leavers cannot be in the file.", "从多长的在网时长起开始观察该客户；在此之前离开的客户不会出现在文件中。"},

	"ingest.unit-day":     {"days", "天"},
	"ingest.unit-week":    {"weeks", "周"},
	"ingest.unit-month":   {"months", "个月"},
	"ingest.unit-quarter": {"quarters", "个季度"},
	"ingest.unit-year":    {"years", "年"},
	"ingest.reading-unit": {"{value} {unit}", "{value} {unit}"},

	"data.question.unit": {"The longest tenure seen is **{sample}**. How long is that?", "目前看到的最长在网时长是 **{sample}**，这是多久？"},

	"ingest.undecided-unit":        {"The file does not say what tenures such as {sample} are counted in.", "文件没有说明 {sample} 这样的在网时长以什么为单位。"},
	"ingest.undecided-unit-remedy": {"Say whether they are days, weeks, months, quarters or years.", "请指明是天、周、月、季度还是年。"},

	"reason.end-before-start": {"Ended on the day it began, or before", "结束日期不晚于开始日期"},
	"reason.no-end":           {"Ended by its status, without a date", "状态显示已结束，但没有结束日期"},
	"reason.bad-tenure":       {"Tenure cannot be used", "在网时长无法使用"},
	"reason.unknown-status":   {"Status not understood", "状态含义不明"},

	"ingest.list-why-date":        {"“{value}” is no date that can be read", "“{value}”不是可识别的日期"},
	"ingest.list-why-outside":     {"“{value}” is before 1900, in the future or after the end of observation", "“{value}”早于 1900 年、在未来或晚于观察截止日"},
	"ingest.why-end-before-start": {"it ends on “{value}”, which is not after its start", "结束于“{value}”，不晚于开始日期"},
	"ingest.why-no-end":           {"the status says that it has ended, and no date says when", "状态显示已结束，但没有日期说明何时结束"},
	"ingest.why-tenure":           {"“{value}” is missing, no number, negative, or does not fit the tenure at entry", "“{value}”为空、不是数字、为负数，或与进入观察时的时长矛盾"},
	"ingest.why-status":           {"nobody has said whether “{value}” means that the customer has left", "尚未指明“{value}”是否表示客户已离开"},
	"ingest.list-why-amount":      {"“{value}” is no amount that can be read", "“{value}”不是可识别的金额"},
	"ingest.list-why-negative":    {"“{value}” is negative", "“{value}”为负数"},

	"cli.open-unit":         {"{file}: the longest tenure seen is {sample}. Say what tenures are counted in:", "{file}：目前看到的最长在网时长是 {sample}，请指明单位："},
	"cli.open-status":       {"{file}: do these statuses mean that the customer has left: {values}? Say:", "{file}：以下状态是否表示客户已离开：{values}？请指定："},
	"cli.open-status.left":  {"if they have left", "如果表示已离开"},
	"cli.open-status.stays": {"if they are still here", "如果表示仍在"},
	"cli.contracts":         {"Contracts", "合约数"},
	"cli.contracts.state":   {"{running} running, {ended} ended", "{running} 份生效中，{ended} 份已结束"},
	"cli.recurring":         {"Recurring, a month", "每月经常性收入"},
	"cli.tenures":           {"Customers with tenure", "有在网时长的客户"},
	"cli.tenures.left":      {"{left} have left ({share})", "{left} 位已离开（{share}）"},
	"cli.tenure-median":     {"Median tenure", "在网时长中位数"},
	"cli.observed-to":       {"Observed to", "观察截止"},

	"ingest.book-empty":        {"None of {rows} {rows|row|rows} could be used; most often: {reason}. {samples}", "{rows} 行中没有一行可用，最常见的原因：{reason}。{samples}"},
	"ingest.book-empty-remedy": {"Check which columns hold the start and end, or the tenure and status, and how dates are written.", "请检查开始与结束日期（或在网时长与状态）所在的列，以及日期的写法。"},
}
