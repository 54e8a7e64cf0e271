package i18n

// worthCatalogue holds what the Value screen says of covariates and drivers.
var worthCatalogue = Catalogue{
	"progress.covariates": {"Fitting with attributes", "正在拟合含客户属性的模型"},
	"clv.cov.base":        {"No customer has “{level}” in {column}, so nobody can be compared with it.", "{column}中没有客户是“{level}”，无法以它为基准。"},
}
