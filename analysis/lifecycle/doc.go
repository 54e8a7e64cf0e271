// Package lifecycle says in which stage of its relationship with the firm each
// customer stands on any day.
//
// Two models are in use, and Options choose one. The funnel counts purchases:
// potential → first purchase → repeat → lapsed (潜在→首购→复购→流失). The
// relationship weighs tenure and trend: exploration → growth → stability → decline
// (考察期→形成期→稳定期→退化期), after Dwyer, Schurr & Oh, "Developing Buyer–Seller
// Relationships", Journal of Marketing 51(2), 1987, whose phases are awareness,
// exploration, expansion, commitment and dissolution. They name phases and give no
// numbers: the rules that tell the phases from orders are ours, and each number in
// them is an option.
//
// New settles the options against a log and the spells during which customers count
// as lost (options.go). A walk then follows one customer through ascending days
// (walk.go): what the two windows hold, and from it the stage (rule.go). All else is
// asked of walks: the stage of everybody on one day (Life.At), how many stand where
// on two days and who went where (between.go), who has just entered decline
// (alerts.go), how many decline by chance alone (chance.go), and the counts over the
// months (course.go).
//
// No stage looks ahead: cutting the data off on day t changes no stage up to t.
package lifecycle
