package chart

// durationWords name the units that durations are counted in.
type durationWords struct{ Day, Week, Month, Quarter, Year unitWords }

// unitWords name a unit, and know the steps in which people count it and how many of
// it are a year.
type unitWords struct {
	One, Plural, Nth phrase
	steps            []int
	year             float64
}

// lifetimeWords are what all figures of lifetimes say.
type lifetimeWords struct {
	SincePurchase, AsCustomer, Band, Group, Joined, Missing phrase
}

type survivalWords struct {
	Title, Heading, Curve, Here, Everybody        phrase
	AtRisk, Lost, Open, Window, Median, NoMedian  phrase
	DefineSilence, DefineLoss                     phrase
	DefineContracts, DefineGap, DefineTenures     phrase
	Counted, LogLog, Log, Plain, FadedNote        phrase
	Describe, DescribeGroup, DescribeMedian, Need phrase
}

var unitsEnglish = durationWords{
	Day:     unitWords{"Day", "Days", "Day {k}", daySteps, 365},
	Week:    unitWords{"Week", "Weeks", "Week {k}", weekSteps, 52},
	Month:   unitWords{"Month", "Months", "Month {k}", monthSteps, 12},
	Quarter: unitWords{"Quarter", "Quarters", "Quarter {k}", countSteps, 4},
	Year:    unitWords{"Year", "Years", "Year {k}", countSteps, 1},
}

var unitsChinese = durationWords{
	Day:     unitWords{"天", "天数", "第{k}天", daySteps, 365},
	Week:    unitWords{"周", "周数", "第{k}周", weekSteps, 52},
	Month:   unitWords{"月", "月数", "第{k}个月", monthSteps, 12},
	Quarter: unitWords{"季度", "季度数", "第{k}个季度", countSteps, 4},
	Year:    unitWords{"年", "年数", "第{k}年", countSteps, 1},
}

var lifetimeEnglish = lifetimeWords{
	SincePurchase: "{units} since the first purchase", AsCustomer: "{units} as a customer",
	Band: "{level} interval", Group: "Group", Joined: "{group}, {time}",
	Missing: "{n} customers without a value of “{column}” are left out.",
}

var lifetimeChinese = lifetimeWords{
	SincePurchase: "距首次购买的{units}", AsCustomer: "成为客户的{units}",
	Band: "{level}置信区间", Group: "组", Joined: "{group}，{time}",
	Missing: "“{column}”缺失的{n}位客户未计入。",
}

var survivalEnglish = survivalWords{
	Title: "Survival of customers", Heading: "Share of customers still here",
	Curve: "Kaplan–Meier estimate", Here: "Still here", Everybody: "All customers",
	AtRisk: "At risk", Lost: "Lost so far", Open: "Seen no longer", Window: "Window {days}", Median: "Median {time}", NoMedian: "Fewer than half have left.",
	DefineSilence:   "A customer counts as likely lapsed at the first silence of {window}; those without one until {end} count as still here (censored).",
	DefineLoss:      "A customer counts as lost on the first day on which the chosen definition says so; those of whom it never does until {end} count as still here (censored).",
	DefineContracts: "From the first day under contract to the first without one; customers under contract on {end} count as still here (censored).",
	DefineGap:       "From the first day under contract to the first without one that no contract within {gap} takes up again; observation ends so long before {end}, when customers under contract count as still here (censored).",
	DefineTenures:   "Durations and losses are the file's; customers who have not left count as still here (censored).",
	Counted:         "Kaplan–Meier with a {interval} {level} interval. {customers} customers, {lost} lost.",
	LogLog:          "log-log", Log: "log", Plain: "plain",
	FadedNote:      "Faded: fewer than {n} customers at risk.",
	Describe:       "{customers} customers, of whom {lost} have left.",
	DescribeGroup:  "{group}: {n} customers, {share} still here after {time}.",
	DescribeMedian: "Half have left after {time} ({interval}).",
	Need:           "No customer could be followed for any time: longer data are needed.",
}

var survivalChinese = survivalWords{
	Title: "客户生存曲线", Heading: "仍未流失的客户占比",
	Curve: "Kaplan–Meier估计", Here: "仍未流失", Everybody: "全部客户",
	AtRisk: "在险人数", Lost: "已流失", Open: "观察已止", Window: "沉默期{days}", Median: "中位数{time}", NoMedian: "流失者不足一半。",
	DefineSilence:   "首次出现连续{window}没有购买即视为可能已流失；截至{end}从未如此的客户按仍未流失（删失）处理。",
	DefineLoss:      "客户自所选定义首次判定之日起视为流失；截至{end}从未被判定的客户按仍未流失（删失）处理。",
	DefineContracts: "自合同首日起，至首个不在合同期内之日止；{end}仍在合同期内的客户按仍未流失（删失）处理。",
	DefineGap:       "自合同首日起，至首个不在合同期内之日止，{gap}内续约者视为未中断；观察在{end}之前相应提早结束，届时仍在合同期内的客户按仍未流失（删失）处理。",
	DefineTenures:   "时长与是否流失均取自文件；未流失的客户按删失处理。",
	Counted:         "Kaplan–Meier估计，{interval} {level}置信区间。共{customers}位客户，{lost}位已流失。",
	LogLog:          "log-log", Log: "log", Plain: "线性",
	FadedNote:      "浅色部分：在险人数不足{n}。",
	Describe:       "共{customers}位客户，其中{lost}位已流失。",
	DescribeGroup:  "{group}：{n}位客户，{time}后有{share}仍未流失。",
	DescribeMedian: "半数客户在{time}后流失（{interval}）。",
	Need:           "没有客户被观察过任何时间：需要更长时期的数据。",
}
