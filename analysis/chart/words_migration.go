package chart

// What the figure of who went where says, in both languages.

type sankeyWords struct {
	Title, Heading, Stayed, Up, Down, Changed, Came, New, Rest phrase
	On, Of, Move, Revenue, RowShare, Direction                 phrase
	Describe, DescribeOrder, DescribeCame, DescribeMost        phrase
	Define, Counted, Need                                      phrase
}

var sankeyEnglish = sankeyWords{
	Title: "Who went where", Heading: "Customers by group on both days",
	Stayed: "Same group", Up: "Moved up", Down: "Moved down", Changed: "Another group", Came: "First purchase in between", New: "New since", Rest: "{k} smaller groups",
	On: "{group} on {day}", Of: "Share of {group}", Move: "{from} → {to}", Revenue: "Revenue up to {day}", RowShare: "Share of the group before", Direction: "Move",
	Describe:      "Of {customers} customers on {from}, {stayed} are in the same group on {to}.",
	DescribeOrder: "{up} moved up and {down} moved down.", DescribeCame: "{customers} customers came in between.",
	DescribeMost: "The largest move is from {from} to {to}: {customers} customers.",
	Define:       "The width of a ribbon is the number of customers.", Counted: "{customers} customers; revenue is that of the {days} days up to each day.",
	Need: "There are no customers to follow.",
}

var sankeyChinese = sankeyWords{
	Title: "客户去了哪里", Heading: "两个日期各组的客户",
	Stayed: "原组未变", Up: "上移", Down: "下移", Changed: "换到别组", Came: "期间首次购买", New: "期间新增", Rest: "其余{k}个小组",
	On: "{day}的{group}", Of: "占{group}", Move: "{from} → {to}", Revenue: "截至{day}的收入", RowShare: "占原组比例", Direction: "变动",
	Describe:      "{from}的{customers}位客户中，到{to}仍在原组的占{stayed}。",
	DescribeOrder: "上移{up}，下移{down}。", DescribeCame: "期间新增{customers}位客户。",
	DescribeMost: "最大的一股是从{from}到{to}，共{customers}位客户。",
	Define:       "带宽表示客户数。", Counted: "共{customers}位客户；收入为各日期之前{days}天的合计。",
	Need: "没有可追踪的客户。",
}
