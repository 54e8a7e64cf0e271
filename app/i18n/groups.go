package i18n

// groupsCatalogue names the ways of dividing customers and what goes wrong with them.
var groupsCatalogue = Catalogue{
	"groups.title":         {"{by}: {group}", "{by}：{group}"},
	"groups.title.at":      {"{by} on {at}: {group}", "{at}的{by}：{group}"},
	"groups.none":          {"not known", "未知"},
	"groups.tier":          {"Tier {tier}", "{tier} 层"},
	"groups.by.segments":   {"RFM segment", "RFM 分群"},
	"groups.by.scores":     {"RFM scores", "RFM 分数"},
	"groups.by.tiers":      {"Revenue tier", "收入层级"},
	"groups.by.clusters":   {"Cluster", "聚类"},
	"groups.by.state":      {"State", "状态"},
	"groups.by.portfolio":  {"Portfolio cell", "组合矩阵格子"},
	"groups.by.verdict":    {"Verdict", "结论"},
	"groups.state.active":  {"not lost", "未流失"},
	"groups.state.lost":    {"likely lapsed", "可能已流失"},
	"groups.unknown":       {"Customers cannot be divided by “{by}”.", "无法按“{by}”划分客户。"},
	"groups.bad-column":    {"Column {column} holds nothing to divide customers by.", "第 {column} 列没有可用来划分客户的内容。"},
	"groups.clusters-past": {"Clusters are only known at the observation end.", "聚类只在观察期末可知。"},
	"groups.no-group":      {"There is no group “{group}”.", "没有“{group}”这一组。"},
}
