package chart

// What the figures of the Definition and Overview screens say, in both languages.

type gapWords struct {
	Title, Heading, Axis, Closed, Open, Handle, Chosen phrase
	Quantile, Naive, From, To                          phrase
	Define, Counted, Today                             phrase
	Describe, DescribeQuantile, DescribeChosen, Need   phrase
}

type returnWords struct {
	Title, Heading, Axis, Within, Ever, Silent, Chance, AtRisk phrase
	Horizon, Day, Define, Counted, Describe, NoVerdict, Need   phrase
}

type errorWords struct {
	Title, Heading, Axis, Returned, Gone, Cost, After phrase
	Window, CalledLost, CalledAlive                   phrase
	Define, Counted, Alike, Weighed                   phrase
	Describe, DescribeTrial, Need                     phrase
}

type movementWords struct {
	Title, RevenueTitle, Customers, Revenue                        phrase
	New, Reactivated, Churned, Expansion, Contraction, Start, End  phrase
	Period, Define, DefineRevenue, Counted, Shaded, Describe, Need phrase
}

type controlWords struct {
	Title, Heading, Rate, Centre, Limits, Alarm, Lost, Customers phrase
	Low, High, Period, Beyond, TwoOfThree, RunOfEight            phrase
	Define, Counted, Dispersion, Describe, Calm, Alarms, Need    phrase
}

type bucketWords struct{ Title, Heading, Level, Net, Rate, Passing, Define, Describe phrase }

var gapsEnglish = gapWords{
	Title: "Days between purchases", Heading: "Gaps between purchases, by length", Axis: "Days without a purchase (log scale)",
	Closed: "Ended with another purchase", Open: "Still open", Handle: "Silence that counts as lost", Chosen: "W = {days}",
	Quantile: "{p} ended within {days}", Naive: "{p} of the ended ones: {days}", From: "From (days)", To: "To (days)",
	Define:   "A gap runs from one purchase day to the next. One that was still running at the end of the data is open: it is known only to be longer, and the rulers count it so (Kaplan–Meier).",
	Counted:  "{closed} ended gaps, {open} open ones; the data span {span}.",
	Today:    "{n} customers bought on the last day; their gaps of 0 days are not drawn.",
	Describe: "{closed} gaps ended with another purchase, {open} are still open.", DescribeQuantile: "{p} ended within {days}; of the ended ones alone it would be {naive}.",
	DescribeChosen: "The silence chosen is {days}.",
	Need:           "No customer has bought twice: gaps between purchases are needed.",
}

var gapsChinese = gapWords{
	Title: "两次购买的间隔天数", Heading: "各长度的购买间隔数", Axis: "未购买的天数（对数坐标）",
	Closed: "以再次购买结束", Open: "尚未结束", Handle: "视为流失的沉默天数", Chosen: "W = {days}",
	Quantile: "{p}在{days}内结束", Naive: "只看已结束的，{p}在{days}内", From: "从（天）", To: "至（天）",
	Define:   "间隔指一次购买日到下一次购买日。数据结束时仍在继续的间隔为“尚未结束”：只知道它更长，分位线已按此计入（Kaplan–Meier）。",
	Counted:  "已结束{closed}个，尚未结束{open}个；数据跨度{span}。",
	Today:    "{n}位客户在最后一天有购买，其0天间隔不绘出。",
	Describe: "{closed}个间隔以再次购买结束，{open}个尚未结束。", DescribeQuantile: "{p}在{days}内结束；只看已结束的则为{naive}。",
	DescribeChosen: "所选沉默天数为{days}。",
	Need:           "没有客户买过两次：需要有购买间隔的数据。",
}

var returnsEnglish = returnWords{
	Title: "Does a silent customer come back?", Heading: "Chance of another purchase", Axis: "Days of silence so far",
	Within: "Within {days}", Ever: "As far as the data reach", Silent: "Silent for {days}", Chance: "Comes back", AtRisk: "Silences that lasted longer",
	Horizon: "Horizon", Day: "Days silent",
	Define:    "Chance that a customer who has not bought for d days buys within the horizon: 1 − S(d + horizon) ÷ S(d), Kaplan–Meier over all gaps.",
	Counted:   "Drawn up to where the data can tell: {reach}.",
	Describe:  "After {silent} of silence, {chance} buy again within the next {within} ({interval}, 95\u00a0% interval).",
	NoVerdict: "For the silence chosen the data do not reach far enough to say.",
	Need:      "The data do not reach far enough behind a silence: a longer period of orders is needed.",
}

var returnsChinese = returnWords{
	Title: "沉默的客户还会回来吗？", Heading: "再次购买的概率", Axis: "已沉默的天数",
	Within: "{days}内", Ever: "数据所及范围内", Silent: "已沉默{days}", Chance: "再次购买", AtRisk: "更长的沉默数",
	Horizon: "期限", Day: "沉默天数",
	Define:    "已有d天未购买的客户在期限内再次购买的概率：1 − S(d + 期限) ÷ S(d)，对全部间隔作Kaplan–Meier估计。",
	Counted:   "绘至数据可判断之处：{reach}。",
	Describe:  "沉默{silent}后，{chance}的客户在之后{within}内再次购买（95%置信区间{interval}）。",
	NoVerdict: "数据不够长，无法判断所选的沉默天数。",
	Need:      "沉默之后的数据不够长：需要更长时间的订单。",
}

var errorsEnglish = errorWords{
	Title: "What each window gets wrong", Heading: "Share called wrongly", Axis: "W: days of silence that count as lost",
	Returned: "Called lost, came back", Gone: "Called alive, was gone", Cost: "All wrong calls", After: "W = {days}",
	Window: "W (days)", CalledLost: "Called lost", CalledAlive: "Called alive",
	Define:        "A trial on {day}: each W calls customers lost or alive by what was known then; the {followup} after it show who was called wrongly.",
	Counted:       "{customers} customers, {gone} of whom bought nothing in that time.",
	Alike:         "Grey: both errors, as a share of all customers; the dot is the least.",
	Weighed:       "Grey: both errors, weighed {returned} to {gone}, per customer; the dot is the least.",
	Describe:      "Fewest wrong calls at W = {best}: {returned} of those called lost came back, {gone} of those called alive were gone.",
	DescribeTrial: "{customers} customers were judged on {day} and followed for {followup}.",
	Need:          "There is no day in the past on which customers could be judged and then followed: a longer period of orders is needed.",
}

var errorsChinese = errorWords{
	Title: "各窗口的误判", Heading: "误判的比例", Axis: "W：视为流失的沉默天数",
	Returned: "判为流失却回来了", Gone: "判为活跃却已离开", Cost: "全部误判", After: "W = {days}",
	Window: "W（天）", CalledLost: "判为流失", CalledAlive: "判为活跃",
	Define:        "以{day}为试判日：各W按当日已知的情况判定流失或活跃，再看之后{followup}谁被判错。",
	Counted:       "共{customers}位客户，其中{gone}位在此期间没有购买。",
	Alike:         "灰线：两类误判合计占全部客户的比例；圆点为最小处。",
	Weighed:       "灰线：两类误判按{returned}比{gone}加权后，平均到每位客户；圆点为最小处。",
	Describe:      "W = {best}时误判最少：判为流失者中{returned}又回来，判为活跃者中{gone}已离开。",
	DescribeTrial: "在{day}对{customers}位客户作判定，并跟踪{followup}。",
	Need:          "没有可供试判并跟踪的过去日期：需要更长时间的订单。",
}

var movementsEnglish = movementWords{
	Title: "Customers gained and lost", RevenueTitle: "Revenue gained and lost", Customers: "Customers gained ↑ and lost ↓", Revenue: "Revenue gained ↑ and lost ↓",
	New: "New", Reactivated: "Reactivated", Churned: "Churned", Expansion: "Expansion", Contraction: "Contraction", Start: "At the start", End: "At the end",
	Period:        "Period",
	Define:        "Start + new + reactivated − churned = end, in every period.",
	DefineRevenue: "Revenue of the customers at the start and at the end of each period: start + new + expansion + reactivation − contraction − churn = end.",
	Counted:       "{customers} customers, {window}.",
	Shaded:        "Shaded: the data begin too late for these periods to know everybody at their start.",
	Describe:      "From {from} to {to}: {start} at the start, {gained} gained, {lost} lost, {end} at the end.",
	Need:          "No period lies wholly within the data: a longer period or shorter steps are needed.",
}

var movementsChinese = movementWords{
	Title: "客户增减", RevenueTitle: "收入增减", Customers: "客户：增加↑ 减少↓", Revenue: "收入：增加↑ 减少↓",
	New: "新增", Reactivated: "回流", Churned: "流失", Expansion: "扩增", Contraction: "缩减", Start: "期初", End: "期末",
	Period:        "期间",
	Define:        "每一期：期初＋新增＋回流−流失＝期末。",
	DefineRevenue: "各期期初与期末客户的收入：期初＋新增＋扩增＋回流−缩减−流失＝期末。",
	Counted:       "共{customers}位客户，{window}。",
	Shaded:        "阴影：数据开始得较晚，这些期间的期初客户并不完整。",
	Describe:      "{from}至{to}：期初{start}，增加{gained}，减少{lost}，期末{end}。",
	Need:          "没有完整落在数据内的期间：需要更长的数据或更短的期间。",
}

var controlEnglish = controlWords{
	Title: "Is the churn rate in control?", Heading: "Churn rate by period", Rate: "Churn rate", Centre: "Mean", Limits: "Limits of chance", Alarm: "Out of control",
	Lost: "Churned", Customers: "Customers at the start", Low: "Lower limit", High: "Upper limit", Period: "Period",
	Beyond: "beyond the limits", TwoOfThree: "two of three near a limit", RunOfEight: "eight or more on one side",
	Define:     "p-chart: mean ± 3 standard errors of a period with that many customers.",
	Counted:    "{points} periods.",
	Dispersion: "The rate varies {v} times as much as independent departures would.",
	Describe:   "Around a mean of {centre}, the churn rate of {period} is {rate}.",
	Calm:       "No period breaks a rule: the ups and downs are those of chance.",
	Alarms:     "{n} of {points} periods are more than chance would bring.",
	Need:       "Two whole periods that begin with customers are needed.",
}

var controlChinese = controlWords{
	Title: "流失率是否受控？", Heading: "各期流失率", Rate: "流失率", Centre: "均值", Limits: "随机波动范围", Alarm: "失控",
	Lost: "流失", Customers: "期初客户", Low: "下限", High: "上限", Period: "期间",
	Beyond: "超出控制限", TwoOfThree: "三点中有两点接近控制限", RunOfEight: "连续八点以上在同一侧",
	Define:     "p控制图：均值±3个标准误，按各期客户数计算。",
	Counted:    "共{points}期。",
	Dispersion: "流失率的波动是客户各自独立离开时的{v}倍。",
	Describe:   "均值为{centre}，{period}的流失率为{rate}。",
	Calm:       "没有一期违反判定规则：起伏属于随机波动。",
	Alarms:     "{points}期中有{n}期超出随机波动。",
	Need:       "至少需要两个期初有客户的完整期间。",
}

var bucketEnglish = bucketWords{
	Title: "The leaky bucket", Heading: "Customers coming in, held and running out", Level: "Customers at the end", Net: "Change", Rate: "Churn rate",
	Passing:  "Came and left within",
	Define:   "Streams are as wide as customers are many, on one scale through all periods; the dotted line is where the level stood at the start.",
	Describe: "{period}: {start} customers at the start, {in} came in ({back} of them came back), {out} ran out, {end} at the end.",
}

var bucketChinese = bucketWords{
	Title: "漏水的桶", Heading: "流入、留住与流出的客户", Level: "期末客户", Net: "净变化", Rate: "流失率",
	Passing:  "期内来而又去",
	Define:   "水流宽度与客户数成正比，各期同一比例；虚线为期初水位。",
	Describe: "{period}：期初{start}位客户，流入{in}位（其中回流{back}位），流出{out}位，期末{end}位。",
}
