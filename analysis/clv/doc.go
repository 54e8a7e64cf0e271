// Package clv predicts what each customer will still bring, where nobody gives
// notice: P(alive), purchases, spend and customer lifetime value (CLV).
//
// The path of the data: Summarize turns the order log into the three numbers
// that carry all information on a customer's rhythm, (x, t_x, T), and groups
// customers who share them. A Family is fitted to the groups, NBD, BG/NBD, MBG/NBD
// or Pareto/NBD, and its Model answers how many purchases to expect; GammaGamma is
// fitted to the spend of repeat buyers and answers how much each will bring. Both
// give a Fit with standard errors and a Verdict. A forecast multiplies the two,
// discounts, and sums to the customer equity with its interval. Analyze does all of
// this twice: for a calibration window, whose forecast the holdout then judges, and
// for all days, from which the predictions for today come. Doubts travel along as
// Warnings.
//
// Which model? Bakeoff tries all of them, and two naive rules, on days they have
// not seen. Examine looks at one fit as a doctor would. Analysis.DeltaIntervals and
// Analysis.Bootstrap say how sure the numbers are.
//
// Bins of Reliability hold a model's chances against what happened, History follows
// P(alive) of one customer, Analysis.Elasticities says what moves the equity. Where
// attributes of customers are known, NewDesign codes them, and Family.FitCovariates
// tests whether they matter.
//
// Two more kinds of business: BGBB for customers with opportunities to buy or not
// (an appeal a year, a market a month), and, where customers give notice, the
// ContractFamily with SBG and BdW, fitted to the Tenures of cohorts.
//
// To add a model: write its type with the methods of Model in a file of its own,
// its likelihood in another, and its Family beside the others in model.go; the
// tests of all models then apply to it.
//
// Definitions. Purchases of one day count as one. x is the number of repeat
// purchases: the first one never counts. t_x is the customer's age at the last
// purchase, T the age at the end of the window, both from the first purchase
// and in weeks of exactly seven days (days ÷ 7, never rounded). The spend of a
// purchase is that of repeat purchases, the first left out.
package clv
