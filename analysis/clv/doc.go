// Package clv predicts what each customer will still bring, where nobody gives
// notice: P(alive), purchases, spend and customer lifetime value (CLV).
//
// The path of the data: Summarize turns the order log into the three numbers
// that carry all information on a customer's rhythm, (x, t_x, T), and groups
// customers who share them. BGNBD is fitted to the groups and answers how many
// purchases to expect; GammaGamma is fitted to the spend of repeat buyers and
// answers how much each will bring. Both give a Fit with standard errors and a
// Verdict. A forecast multiplies the two, discounts, and sums to the customer
// equity with its interval. Analyze does all of this twice: for a calibration
// window, whose forecast the holdout then judges, and for all days, from which
// the predictions for today come. Doubts travel along as Warnings.
//
// Definitions. Purchases of one day count as one. x is the number of repeat
// purchases: the first one never counts. t_x is the customer's age at the last
// purchase, T the age at the end of the window, both from the first purchase
// and in weeks of exactly seven days (days ÷ 7, never rounded). The spend of a
// purchase is that of repeat purchases, the first left out.
package clv
