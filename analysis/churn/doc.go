// Package churn says what "lost" means and counts by it: definitions of loss and
// what each costs in errors, customers and revenue over time, and the movements
// between two dates.
//
// A Definition is settled against a log first (settle.go): checked, and what it
// leaves open filled in. Each simple kind then lists the Spells during which a
// customer counts as lost (silence.go, decline.go, ended.go), and combine.go makes
// one list of several. Spells are what everything else counts by: whether a customer
// is lost on a day is one look, Spells.Lost, and no spell looks ahead.
//
// A Study asks a log about definitions and keeps what does not depend on the
// question. Its Workbench helps to choose W: quantiles of purchase gaps with open
// gaps censored (gaps.go), the chance of a return after d silent days (returns.go)
// with a verdict in words, and a trial on a day in the past that shows both errors of
// each W (trial.go). Its Ledger holds several definitions against the same customers
// (ledger.go) and explains their differences reason by reason (lines.go), to the last
// customer. Presets are where sectors commonly start.
//
// Rates count movements between cuts in time, of orders under a definition
// (movementslog.go) or of contracts (movementscontracts.go): who is a customer at both
// cuts, at one, at neither, and what that does to revenue (movements.go). All rates
// follow from the movements (rates.go), and the churn rate goes on a control chart
// (control.go). Measures lists the rates with their denominators. Repeats is the chance
// of a second purchase, a Ladder that of each further one, and ratesworth.go has the simple formulas of lifetime value.
package churn
