package chart

type rankWords struct {
	Title, Heading, Steady, Loose, Bar, Nth, Rank, Range, Low, High, InTop, Score phrase
	Describe, Widest, Define, Counted, Need                                       phrase
}

var ranksEnglish = rankWords{
	Title: "How sure is each rank?", Heading: "Rank, and its range when weights move",
	Steady: "among the best in nine draws of ten", Loose: "less often",
	Bar: "the best {top}", Nth: "Rank {rank}", Rank: "Rank", Range: "Rank, 5 to 95 % of draws", Low: "5 %", High: "95 %",
	InTop: "Draws among the best {top}", Score: "Score",
	Describe: "{steady} of {listed} customers stay among the best {top} in at least nine draws of ten.",
	Widest:   "The least sure is rank {rank}, from {low} to {high}.",
	Define:   "Weights are drawn at random around the chosen ones (Dirichlet) and customers ranked anew; a bar runs from 5 to 95 % of the ranks that come of it.",
	Counted:  "{draws} draws among the best {candidates} of {customers} customers. Logarithmic axis.",
	Need:     "One criterion alone leaves nothing to weigh.",
}

var ranksChinese = rankWords{
	Title: "排名有多稳？", Heading: "排名及权重变动时的范围",
	Steady: "九成以上抽样中名列前茅", Loose: "不足九成",
	Bar: "前{top}名", Nth: "第{rank}名", Rank: "排名", Range: "排名范围（5%–95%）", Low: "5%", High: "95%",
	InTop: "进入前{top}名的比例", Score: "得分",
	Describe: "{listed}位客户中有{steady}位在至少九成抽样中保持在前{top}名。",
	Widest:   "最不确定的是第{rank}名：从第{low}名到第{high}名。",
	Define:   "围绕所选权重随机抽取权重（狄利克雷分布）并重新排名；横条为所得排名的5%至95%。",
	Counted:  "在{customers}位客户中的前{candidates}位内抽样{draws}次。对数坐标。",
	Need:     "只有一个指标，无需权衡。",
}
