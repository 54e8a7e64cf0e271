package chart

import "churnbench/analysis/profile"

type profileWords struct {
	Title, TitleOf, All, Everybody, Level, Apart, Alike                                     phrase
	Lost, Others, AtRisk                                                                    phrase
	Share, Brings, Spend, Days, OrderValue, Churn, Difference, Stay, Value, Median, Profit  phrase
	Describe, Ends, DescribeApart, DefineChurn, DefineDifference, DefineStay, Counted, Need phrase
	Overlap, Between, SharesTitle, SharesHeading, DescribeShares                            phrase
	Customers, Revenue                                                                      phrase
}

// measure names one.
func (w *profileWords) measure(m profile.Measure) phrase {
	return map[profile.Measure]phrase{
		profile.Customers: w.Customers, profile.Share: w.Share, profile.Revenue: w.Revenue, profile.Brings: w.Brings, profile.Spend: w.Spend,
		profile.Days: w.Days, profile.OrderValue: w.OrderValue, profile.Churn: w.Churn, profile.Difference: w.Difference, profile.Stay: w.Stay,
		profile.Value: w.Value, profile.Median: w.Median, profile.Profit: w.Profit,
	}[m]
}

var profileEnglish = profileWords{
	Title: "Groups", TitleOf: "{measure} by {by}", All: "All: {value}", Everybody: "All customers", Level: "as all others",
	Apart: "differs from all others, allowing for the number of groups", Alike: "does not differ clearly", Between: "{lo} to {hi}",
	Lost: "Lost", Others: "Lost of all others", AtRisk: "Still watched then",
	Customers: "Customers", Share: "Share of customers", Revenue: "Revenue", Brings: "Share of revenue", Spend: "Revenue per customer", Days: "Purchase days per customer",
	OrderValue: "Revenue per order", Churn: "Share lost", Difference: "Share lost, less that of all others", Stay: "Still here after {days} days",
	Value: "Mean lifetime value", Median: "Median lifetime value", Profit: "Profit per customer",
	Describe: "{measure} of {customers} customers in {groups} groups by {by}.", Ends: "Highest: {high}, {most}. Lowest: {low}, {least}.",
	DescribeApart:    "{n} of {compared} compared groups differ clearly from all others.",
	DefineChurn:      "Share lost = customers of the group who count as lost on the last day ÷ its customers, with Wilson’s 95\u00a0% interval.",
	DefineDifference: "The group’s share lost less that of all customers outside of it, with Newcombe’s 95\u00a0% interval.",
	DefineStay:       "Share not lost so many days after the first purchase (Kaplan–Meier), with its 95\u00a0% interval.",
	Counted:          "{customers} customers; pale: groups of fewer than {few}.", Need: "There is no group to compare.",
	Overlap:     "Customers stand in several groups.",
	SharesTitle: "Share of customers and of revenue by {by}", SharesHeading: "Share of all",
	DescribeShares: "{group} brings most: {revenue} of revenue from {customers} of customers.",
}

var profileChinese = profileWords{
	Title: "分组", TitleOf: "按{by}的{measure}", All: "全部：{value}", Everybody: "全部客户", Level: "与其余客户相同",
	Apart: "考虑分组数量后仍与其余客户不同", Alike: "差异不明显", Between: "{lo}至{hi}",
	Lost: "流失", Others: "其余客户的流失占比", AtRisk: "届时仍在观察",
	Customers: "客户数", Share: "客户占比", Revenue: "收入", Brings: "收入占比", Spend: "人均收入", Days: "人均购买天数",
	OrderValue: "单均收入", Churn: "流失占比", Difference: "流失占比与其余客户之差", Stay: "{days}天后仍在的占比",
	Value: "客户终身价值均值", Median: "客户终身价值中位数", Profit: "人均利润",
	Describe: "{customers}位客户按{by}分为{groups}组的{measure}。", Ends: "最高：{high}，{most}。最低：{low}，{least}。",
	DescribeApart:    "所比较的{compared}组中，{n}组与其余客户明显不同。",
	DefineChurn:      "流失占比 = 组内在最后一天算作流失的客户 ÷ 组内客户，附Wilson 95%区间。",
	DefineDifference: "组内流失占比减去组外全部客户的流失占比，附Newcombe 95%区间。",
	DefineStay:       "首次购买后满该天数仍未流失的占比（Kaplan–Meier），附95%区间。",
	Counted:          "共{customers}位客户；浅色：不足{few}位的组。", Need: "没有可比较的组。",
	Overlap:     "一位客户可能出现在多个组中。",
	SharesTitle: "按{by}的客户占比与收入占比", SharesHeading: "占全部的比例",
	DescribeShares: "{group}贡献最多：{customers}的客户带来{revenue}的收入。",
}
