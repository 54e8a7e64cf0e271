package i18n

// projectionCatalogue holds what is said of how long contracts will last.
var projectionCatalogue = Catalogue{
	"progress.projection":           {"Fitting models of contracts", "正在拟合合约模型"},
	"engine.needs-contracts":        {"{file} holds neither contracts nor tenures, and a projection needs to see when customers leave.", "{file} 中既没有合约也没有在网时长，而预测需要知道客户何时离开。"},
	"engine.needs-contracts.remedy": {"Add contracts with a start and an end in each row, or customers with a tenure and a status. Purchases are projected on the Value screen.", "请添加每行含开始与结束日期的合约，或含在网时长与状态的客户名单。购买行为的预测见“客户价值”页面。"},

	"projection.bad-options":          {"These settings are out of range.", "设置超出范围。"},
	"projection.bad-options.remedy":   {"Say at most {max} periods, a discount above 0 a year, and a margin above 0 and at most 100 %.", "期数不超过 {max}，年贴现率大于 0，利润率大于 0 且不超过 100%。"},
	"projection.nobody-left":          {"Nobody left in the first {calibration} {calibration|period|periods}, so that there is nothing to learn from.", "前 {calibration} 期没有客户离开，无法据此拟合。"},
	"projection.nobody-left.remedy":   {"Let the models know more periods.", "请让模型使用更多期数。"},
	"projection.unfitted":             {"One of the models could not be fitted.", "有一个模型无法拟合。"},
	"projection.not-converged":        {"The fit of {model} did not settle: its parameters are not pinned down by the data.", "{model} 未能稳定收敛：数据不足以确定其参数。"},
	"projection.not-converged.remedy": {"Read its projection with care, or rely on the other model.", "请谨慎使用其预测，或参考另一个模型。"},
	"projection.far":                  {"{horizon} periods are projected from {seen} seen.", "根据观察到的 {seen} 期预测了 {horizon} 期。"},
	"projection.far.remedy":           {"Intervals grow with distance, and hold only if customers go on as before.", "预测越远区间越宽，且以客户行为不变为前提。"},
}
