// Package analysis holds the words that all analyses of customer churn share:
// days, money, customers, the order log, messages, warnings and errors. Its
// subpackages are the pipeline. It is pure Go, readers in and values out, so
// that the same code runs in a browser's tab, in a test and on the command line.
//
// # The pipeline
//
// A client's file becomes numbers, and numbers become figures, in this order:
//
//   - ingest reads bytes into typed columns. It finds out how the file is
//     written, proposes what each column means and accounts for every row:
//     read = used + excluded, by reason. Orders of one customer on one day merge
//     into a purchase day. The outcome is a Log.
//   - A Log is what every analysis reads: each customer's purchase days in order,
//     amounts, and the day on which observation ends. Nobody changes it.
//   - rfm scores customers by recency, frequency and spend and names segments.
//   - cohort follows customers by the period of their first purchase.
//   - survival estimates how long customers stay, those who are still here
//     counted as far as they have been seen, and proposes after how long a
//     silence a customer counts as lapsed.
//   - clv fits models of buying and spending (BG/NBD, Gamma-Gamma) and predicts
//     what each customer will still bring.
//   - engine is the contract between those who ask and the one who computes;
//     engine/local computes, in the worker of the page or in the command line.
//   - chart draws a result as a figure.Figure; locale writes its numbers and
//     dates in the person's language.
//   - sample makes order logs whose truth is known, for learning and checking.
//
// internal/numeric carries what the models compute with: special functions,
// intervals and optimisation, with the same bits on every platform.
//
// # What holds everywhere
//
// Results are values with the caveats they need: a Warning is part of a result
// and stops nothing, an Error says what was wrong and what to do. Neither holds
// a sentence, only the key of one (Message), as two languages will say it. A
// number that cannot be known is NaN and shown as missing; it is never 0. Money
// is summed in integers, so that totals do not depend on the order of rows.
// Intervals of time are half-open, and the end of observation is the last day of
// the data, never today.
//
// # Glossary
//
//   - active 活跃: with a purchase in the period at hand.
//   - censored 删失: known only to last longer than was seen, because the data end.
//   - churn, lapse 流失: a customer's silence of W days; never final, see return.
//   - churn rate 流失率: lost ÷ those who could be lost, over a named period.
//   - churn window W 流失窗口（沉默期）: the days of silence after which a
//     customer counts as lapsed.
//   - cohort 同期群: customers whose first purchase fell into the same period.
//   - confidence interval 置信区间: the values that the data do not rule out, at
//     95 % unless said otherwise.
//   - contractual, non-contractual 契约型、非契约型: whether the end of a
//     relationship is announced (a cancelled subscription) or only guessed from
//     silence (a shop).
//   - customer equity 客户权益: the sum of all customers' lifetime values.
//   - customer lifetime value, CLV 客户终身价值: the discounted margin that a
//     customer will still bring.
//   - eligibility 完整性: a cell counts once all its members have had the whole period.
//   - frequency 购买频率: in RFM, purchase days; in BG/NBD, repeat purchases x.
//   - gap 购买间隔: days from a purchase to the next; open after the last one.
//   - holdout 保留期: the days kept back to test a model on.
//   - ledger 导入台账: the account of what became of every row.
//   - observation end 观察截止日: the last day the data cover, inclusive.
//   - P(alive) 存活概率: the probability that a customer has not stopped for good.
//   - purchase day 购买日: a day on which a customer bought, once or more often.
//   - recency 最近购买: in RFM, days since the last purchase; in BG/NBD, the age
//     t_x at it.
//   - retention 留存: the share of a cohort that is active in a later period
//     (classic 经典口径) or then or later (unbounded 无界口径).
//   - return 回流: a purchase after a lapse.
//   - RFM: recency, frequency and monetary value 最近购买、购买频率、消费金额.
//   - risk set 风险集: those who were seen at least until t, without a lapse before.
//   - RMST 限制平均生存时间: mean time without lapse within a horizon.
//   - segment 分群: customers whom one rule accepts.
//   - survival curve 生存曲线: the share not yet lapsed, by days since the first purchase.
package analysis
