package i18n

// cliDefinitionCatalogue holds what the verb definition of the command line prints
// and nothing else says.
var cliDefinitionCatalogue = Catalogue{
	"cli.def.no-column":        {"No kept column is called “{column}”.", "保留的列中没有“{column}”。"},
	"cli.def.no-column.remedy": {"Kept columns are: {columns}.", "保留的列有：{columns}。"},

	"cli.def.windows": {
		"Days within which so many purchases are followed by another, by {closed} closed gaps and {open} open ones",
		"在多少天之内，相应比例的购买之后会有下一次购买（{closed} 个已结束的间隔，{open} 个未结束）"},
	"cli.def.share":    {"Share", "比例"},
	"cli.def.days":     {"Days", "天数"},
	"cli.def.interval": {"95 % interval", "95% 置信区间"},
	"cli.def.naive":    {"Closed gaps only", "仅计已结束的间隔"},

	"cli.def.silent": {"Silent days", "沉默天数"},
	"cli.def.within": {"Buys within {days} days", "{days} 天内购买"},
	"cli.def.until":  {"Buys by day {days}", "第 {days} 天前购买"},

	"cli.def.errors": {
		"Windows tried on {day}: {customers} customers, watched for {followup} {followup|day|days}, in which {gone} bought nothing",
		"在 {day} 检验各沉默期：{customers} 位客户，跟踪 {followup} 天，其中 {gone} 位没有购买"},
	"cli.def.window":   {"Window, days", "沉默期（天）"},
	"cli.def.returned": {"Called lost, but returned", "判为流失，但回来了"},
	"cli.def.gone":     {"Called alive, but gone", "判为未流失，但没有再买"},
	"cli.def.cost":     {"Weighted cost", "加权代价"},
	"cli.def.best": {
		"* {days} {days|day|days} cost least, with weights {returned} and {gone}: customers called wrongly, weighed, as a share of all.",
		"* {days} 天的代价最小，权重为 {returned} 与 {gone}：误判客户加权后占全部客户的比例。"},

	"cli.def.ledger": {
		"Lost on {day}; churn of those not lost on {from}",
		"{day} 的流失客户；流失率以 {from} 未流失的客户为分母"},
	"cli.def.definition":  {"Definition", "定义"},
	"cli.def.lost":        {"Lost", "流失"},
	"cli.def.lost-share":  {"Share", "占比"},
	"cli.def.churn":       {"Churn rate", "流失率"},
	"cli.def.weighted":    {"Weighted", "加权"},
	"cli.def.lost-by":     {"Lost by {name}", "按 {name} 流失"},
	"cli.def.silence":     {"silent for {days} {days|day|days}", "沉默 {days} 天"},
	"cli.def.decline":     {"{measure} of {recent} days below {below} of the {prior} before", "{recent} 天{measure}低于此前 {prior} 天的 {below}"},
	"cli.def.days-bought": {"purchases", "购买次数"},
	"cli.def.spend":       {"spend", "消费额"},
	"cli.def.ended":       {"ended by “{column}”", "按“{column}”终止"},
	"cli.def.or":          {"or", "或"},
	"cli.def.and":         {"and", "且"},
}
