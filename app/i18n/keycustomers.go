package i18n

// keyCustomersCatalogue holds the words of the Segments screen's tab of key customers.
var keyCustomersCatalogue = Catalogue{
	"keycustomers.bad-weight":         {"A weight of {weight} cannot be: weights are 0 or more.", "权重不能为 {weight}：权重应不小于 0。"},
	"keycustomers.no-weight":          {"No criterion has a weight.", "没有任何指标的权重大于 0。"},
	"keycustomers.no-weight.remedy":   {"Move one of the weights up.", "请调高其中一个权重。"},
	"keycustomers.bad-top":            {"{top} customers cannot be listed: choose 1 to {max}.", "无法列出 {top} 位客户：请选择 1 到 {max}。"},
	"keycustomers.nobody":             {"No customer has a value in every criterion that was chosen.", "没有客户在所选的每个指标上都有数值。"},
	"keycustomers.nobody.remedy":      {"Give fewer criteria a weight.", "请减少有权重的指标。"},
	"keycustomers.not-offered":        {"The data do not offer the criterion “{criterion}”.", "数据中没有“{criterion}”这一指标。"},
	"keycustomers.not-offered.remedy": {"Set its weight to 0.", "请将其权重设为 0。"},
}
