package i18n

// cliRetentionCatalogue holds what the verb retention of the command line prints and
// nothing else says.
var cliRetentionCatalogue = Catalogue{
	"cli.low":          {"95 % from", "95% 下限"},
	"cli.high":         {"95 % to", "95% 上限"},
	"cli.cohorts.open": {"* not complete, in no mean   · begins before the data do", "* 尚未满期，不计入均值   · 早于数据开始"},
}
