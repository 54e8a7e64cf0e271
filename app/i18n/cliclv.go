package i18n

// cliCLVCatalogue holds what the verb clv of the command line prints and nothing
// else says.
var cliCLVCatalogue = Catalogue{
	"cli.assumed":     {"Assumptions", "假设"},
	"cli.assumptions": {"{months} {months|month|months} ahead, {rate} discount a year, {margin} margin", "预测 {months} 个月，年折现率 {rate}，毛利率 {margin}"},
	"cli.newcomer":    {"CLV of one new customer, after the first purchase", "一位新客户的终身价值（不含首购）"},
	"cli.delta":       {"95 % intervals by the delta method", "95% 区间：delta 法"},
	"cli.bootstrap":   {"95 % intervals by bootstrap: {replicates} {replicates|replicate|replicates}, {failed} without an optimum", "95% 区间：自助法，{replicates} 次抽样，其中未收敛而剔除 {failed} 次"},
	"cli.bakeoff":     {"Bake-off: fitted until {day}, scored on the days after", "模型对比：用截至{day}的数据拟合，以之后的数据评分"},
	"cli.mae":         {"MAE", "MAE"},
	"cli.rmse":        {"RMSE", "RMSE"},
	"cli.bias":        {"Bias", "偏差"},
	"cli.sum":         {"Expected / actual", "预期 / 实际"},
	"cli.lift":        {"Decile lift", "首十分位提升"},
	"cli.tracking":    {"Tracking error", "跟踪误差"},
	"cli.bic":         {"BIC", "BIC"},

	"cli.covariates": {"Attributes of customers in {model}: effects γ and multipliers e^γ with 95 % intervals", "{model} 中的客户属性：效应 γ 与倍数 e^γ（95% 区间）"},
	"cli.ratio-test": {"Likelihood-ratio test against the model without them: {statistic} on {df} {df|degree|degrees} of freedom, p = {p}", "与不含属性的模型作似然比检验：统计量 {statistic}，自由度 {df}，p = {p}"},
	"cli.no-column":  {"There is no column “{column}” of customers. Columns: {columns}", "没有名为“{column}”的客户属性列。可用的列：{columns}"},

	"cli.quantity":      {"Quantity", "指标"},
	"cli.published":     {"Published", "已发表"},
	"cli.computed":      {"Computed here", "本机复算"},
	"cli.digits":        {"Digits", "一致位数"},
	"cli.no-cdnow":      {"The file is not the CDNOW sample of 2,357 customers: what was published of that is left out.", "该文件不是 2,357 位客户的 CDNOW 样本，未复算其已发表的结果。"},
	"cli.verified":      {"All {rows} published numbers are confirmed, digit by digit.", "{rows} 个已发表的数值全部逐位一致。"},
	"cli.verify-failed": {"{failed} of {rows} published numbers are not confirmed.", "{rows} 个已发表的数值中有 {failed} 个不一致。"},
}
