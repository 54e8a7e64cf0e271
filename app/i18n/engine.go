package i18n

// engineCatalogue holds what the engine itself says: stages of progress,
// roles, reasons of the ledger and its own failures.
var engineCatalogue = Catalogue{
	"engine.no-data":            {"No data is loaded yet.", "尚未加载数据。"},
	"engine.no-data.remedy":     {"Open the Data screen and drop an order export, or try a sample.", "请在“数据”页面拖入订单导出文件，或试用示例数据。"},
	"engine.no-orders":          {"{file} holds no orders ({kind}), and there is no other file.", "{file} 中不是订单（{kind}），也没有其他文件。"},
	"engine.no-orders.remedy":   {"Add an export of orders, with a customer, a date and an amount in each row. Without orders, contracts with a start and an end in each row will do, or customers with a tenure and a status.", "请添加订单导出（每行含客户、日期和金额）。没有订单时，也可以使用每行含开始与结束日期的合约，或每行含在网时长与状态的客户名单。"},
	"engine.no-list":            {"No list was loaded beside the orders.", "除订单外没有加载其他名单。"},
	"engine.no-list.remedy":     {"Add a list of customers, contracts, answers or campaigns.", "请添加客户名单、合约、问卷或营销活动文件。"},
	"engine.no-table":           {"There is no table “{table}”.", "没有名为“{table}”的表。"},
	"engine.cancelled":          {"Stopped.", "已停止。"},
	"engine.internal":           {"The engine ran into a fault of its own: {cause}", "分析引擎内部出错：{cause}"},
	"engine.internal.remedy":    {"Your data is untouched. Try again; if it happens again, please report the words above.", "您的数据未受影响。请重试；如再次出现，请反馈以上文字。"},
	"engine.unavailable":        {"The engine has stopped: {cause}", "分析引擎已停止：{cause}"},
	"engine.unavailable.remedy": {"Start it again; your file is read anew from this computer.", "请重新启动引擎，文件将从本机重新读取。"},

	"engine.no-customer":    {"There is no customer “{customer}”.", "没有客户“{customer}”。"},
	"engine.bad-replicates": {"{replicates} {replicates|replicate|replicates} cannot be drawn: say 2 to {max}.", "无法抽样 {replicates} 次：请填写 2 到 {max} 之间的数。"},

	"engine.lonely-end":        {"The last date, {last}, stands alone: the one before it is {before}.", "最后的日期 {last} 与其他日期相距甚远：前一个日期是 {before}。"},
	"engine.lonely-end.remedy": {"If it is mistyped, choose “Change columns” and let the observation end on {before}.", "如系误填，请点击“修改列设置”，将观察截止日设为 {before}。"},

	"progress.read":      {"Reading rows", "正在读取"},
	"progress.group":     {"Grouping by customer", "正在按客户归组"},
	"progress.score":     {"Scoring customers", "正在评分"},
	"progress.fit":       {"Fitting models", "正在拟合模型"},
	"progress.bakeoff":   {"Trying every model on days it has not seen", "正在用未见过的日期检验各个模型"},
	"progress.bootstrap": {"Drawing customers again", "正在重复抽样"},
	"progress.selfcheck": {"Recomputing published tables", "正在复算已发表的数据"},
	"progress.cohorts":   {"Counting cohorts", "正在统计同期群"},
	"progress.survival":  {"Counting who has lapsed", "正在统计流失情况"},

	"role.ignore":   {"Not used", "不使用"},
	"role.customer": {"Customer", "客户"},
	"role.date":     {"Date", "日期"},
	"role.amount":   {"Amount", "金额"},
	"role.quantity": {"Quantity", "数量"},
	"role.price":    {"Unit price", "单价"},
	"role.order":    {"Order number", "订单号"},

	"reason.malformed":        {"Broken quoting or number of fields", "引号或字段数有误"},
	"reason.missing-customer": {"No customer", "缺少客户"},
	"reason.bad-date":         {"Date cannot be read", "日期无法识别"},
	"reason.outside-window":   {"Date outside the window", "日期超出范围"},
	"reason.bad-amount":       {"Amount cannot be read", "金额无法识别"},
	"reason.zero-amount":      {"Amount of zero", "金额为零"},
	"reason.negative-amount":  {"Refund or negative amount", "退款或负金额"},
	"reason.test-customer":    {"Test customer", "测试客户"},
	"reason.duplicate":        {"Same row further up", "与前面的行重复"},
	"reason.unmatched-refund": {"Refund without a purchase", "退款找不到对应购买"},
	"reason.totals-line":      {"Line of totals", "合计行"},
}
