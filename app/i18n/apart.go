package i18n

// apartCatalogue names customers whom one question sets apart from all others.
var apartCatalogue = Catalogue{
	"groups.by.ties":         {"Score {score} if ties were broken otherwise ({rule})", "若改用其他同值规则（{rule}），{score} 分"},
	"groups.ties.moved":      {"would change", "会改变"},
	"groups.ties.others":     {"would stay", "不变"},
	"groups.by.entered":      {"Alarm stage since {since}", "{since}以来的预警阶段"},
	"groups.entered.entered": {"just entered", "新近进入"},
	"groups.entered.others":  {"others", "其他客户"},
	"segments.cuts.spend":    {"Spend within each score of frequency, of customers with one score of recency", "某一 R 分的客户中，各 F 分内的消费分界"},
	"segments.cuts.of":       {"Score", "分数"},
	"lifecycle.alerts.open":  {"Show these customers", "查看这些客户"},
}
