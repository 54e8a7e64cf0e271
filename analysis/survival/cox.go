package survival

import (
	"churnbench/analysis"
)

// CoxOptions say how a regression is fitted. The zero value works.
type CoxOptions struct {
	Ties   Ties
	Level  float64 // of all intervals; 0 means DefaultLevel
	Strata *Groups // each with a baseline of its own; nil for one
}

// A CoxFit is a proportional-hazards regression (Cox 1972): the hazard of a customer
// with attributes x is h₀(t)·e^(βᵀx), so that e^β, the hazard ratio, multiplies the
// risk to leave at every age alike. That is an assumption: see Proportional. Ratios
// are associated with attributes; without a control group they are no effects.
type CoxFit struct {
	Ties      Ties
	Level     float64
	Unit      analysis.Unit
	N, Events int // of the customers who could be used
	Missing   int // customers left out for a missing value

	Effects []Effect
	Left    []LeftOut // terms that could not be estimated, and why

	Null, LogLik     float64    // ln of the partial likelihood, at β = 0 and at its maximum
	LRT, Wald, Score GlobalTest // of β = 0
	AIC              float64
	Concordance      Concordance
	Proportional     []HazardTest // of proportional hazards, by column; nil if it could not be tested
	ProportionalAll  HazardTest   // of all together
	Iterations       int
	Converged        bool
	Warnings         []analysis.Warning

	model *coxModel
}

// A Term is one number of each customer that a hazard depends on.
type Term struct {
	Column          string  // the attribute's name, as the file has it
	Level           string  // of a text: 1 for who has it, else 0; "" for a number or a date
	Reference       string  // the level that Level is compared to, the most frequent
	Missing         bool    // of a text: 1 for customers without a value
	Mean, Deviation float64 // over the customers used
	Customers       int     // who have the level; for a number, all
	Events          int     // how many of these left
}

// An Effect is the coefficient β of a Term, per unit of it (a date counts years).
type Effect struct {
	Term                  Term
	Coefficient, SE, Z, P float64 // P two-sided, Wald's
	Ratio, Low, High      float64 // hazard ratio e^β and its interval
	Infinite              bool    // the likelihood grows without end: β is ±Inf, Ratio 0 or +Inf, the rest NaN
}

// A LeftOut is a term that adds nothing that could be estimated.
type LeftOut struct {
	Term     Term
	Constant bool // it is the same for all; else other terms say together what it says
}

// A GlobalTest is of all coefficients at once.
type GlobalTest struct {
	Statistic float64 // chi-square
	DF        int
	P         float64
}

// A HazardTest asks whether the effect of a column changes with the customer's age.
type HazardTest struct {
	Column    string
	Statistic float64 // chi-square
	DF        int
	P         float64
}

// A Concordance is the share of pairs of customers, of whom it is known who left
// first, that the regression orders rightly; ties count half. 0.5 is chance.
type Concordance struct {
	C, SE                        float64
	Concordant, Discordant, Tied float64 // pairs; Tied have the same prediction
}

// A coxModel is what a fit keeps to predict with.
type coxModel struct{}
