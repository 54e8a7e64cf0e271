package churn

import (
	"churnbench/analysis"
	"churnbench/analysis/survival"
)

// A Share is K of N customers (or silences) with Wilson's 95 % interval. Value, Low
// and High are NaN where N is 0.
type Share struct {
	K, N             int
	Value, Low, High float64
}

// A Workbench is what a log says about how long a silence must be to count as a
// loss. Nothing in it but Window and Verdict depends on W.
type Workbench struct {
	Window    int // W of the definition that was asked about, filled in
	Proposed  survival.Window
	Quantiles []Quantile // of gaps, ascending P
	Gaps      GapHistogram
	Returns   []Returns // within 90 days, within 365, and as far as the data reach
	Reach     int       // the longest silence at which survival.ThinRiskSet gaps are still watched, in days
	Span      int       // days from the first purchase in the log to its end
	Verdict   Verdict
	Trial     Trial
	Warnings  []analysis.Warning
}

// A Quantile is the number of days within which the share P of purchase gaps closes
// with another purchase: open gaps counted as censored (Kaplan–Meier), with the 95 %
// log-log interval, beside the same of closed gaps only. The interval takes gaps for
// independent; those of one customer are alike, so it is rather too narrow.
type Quantile struct {
	P         float64
	Days      int // 0 where the data do not reach it
	Low, High int // 0 where the bound is not reached: beyond the data
	Naive     int // of closed gaps; 0 if there are none
}

// A GapHistogram counts gaps on bins of equal ratio. ΣClosed of the bins is Closed;
// ΣOpen is Open − Today.
type GapHistogram struct {
	Bins         []GapBin // ascending, adjacent, from 1 day
	Closed, Open int
	Today        int // open gaps of 0 days: customers who bought on the last day
}

// A GapBin is the gaps of From ≤ days < To.
type GapBin struct {
	From, To     int
	Closed, Open int
}

// Returns is the chance that a customer who has been silent for d days buys within
// the next Within days, over d: 1 − S(d+Within)/S(d) by Kaplan–Meier among those
// silent that long, with the log-log interval.
type Returns struct {
	Within int           // days; 0 for as far as the data reach
	Points []ReturnPoint // ascending Silent; the same days in each Returns
}

// A ReturnPoint is one point of a Returns. The chance is NaN where the data do not
// reach Within days further.
type ReturnPoint struct {
	Silent            int // d: whole days without a purchase
	AtRisk            int // silences that lasted longer than d
	Chance, Low, High float64
}

// A Verdict says in words whether a loss by silence of Silent days is final.
type Verdict struct {
	Silent            int
	Within            int // days: 365, or Reach − Silent if that is less; 0 if it is less than 90
	Chance, Low, High float64
	Finality          Finality
	Message           analysis.Message
}

// Finality is how final a loss is, by the chance of a return. The bounds are ours.
type Finality string

// The verdicts.
const (
	Final        Finality = "final"   // the interval lies below 5 %
	MostlyFinal  Finality = "mostly"  // the interval lies below 20 %
	OftenReturns Finality = "often"   // fewer than half return
	Premature    Finality = "early"   // half or more return
	Unknown      Finality = "unknown" // not enough data
)

// A Trial calls customers lost or alive on a day in the past by each W, and looks at
// the Followup days after it to see who was called wrongly. Everybody in it could be
// watched that long.
type Trial struct {
	Day       analysis.Day // Followup days before the end of the log
	Followup  int
	Customers int // known on Day
	Gone      int // of these without a purchase in the Followup days
	Weights   Weights
	Points    []TrialPoint // ascending Window
	Best      int          // the W of least Cost, the shortest of equals; 0 if there is no trial
}

// Weights are what the two errors cost, relative to each other; both 0 weighs them
// alike.
type Weights struct {
	Returned float64 // of calling a customer lost who comes back
	Gone     float64 // of calling a customer alive who is gone
}

// A TrialPoint is how one W did.
type TrialPoint struct {
	Window int
	Calls
}

// Calls are what became of customers called lost and alive on the day of a Trial.
type Calls struct {
	Returned Share   // of those called lost, those who bought in the follow-up
	Gone     Share   // of those called alive, those who did not
	Cost     float64 // (Weights.Returned·Returned.K + Weights.Gone·Gone.K) ÷ customers: a share of all customers, as shares of different groups do not add up
}

// A Ledger holds several definitions against the same data on the same days.
type Ledger struct {
	From, Day analysis.Day // the period of the churn rates: states at the end of From and of Day
	Entries   []Entry      // the definition asked for, then those compared with it
	Steps     []Step       // from each entry to the next: len(Entries) − 1
}

// An Entry is what one definition counts.
type Entry struct {
	By        Definition // as used: what was left open is filled in
	Customers int        // with a purchase on or before Day
	Lost      Share      // of these
	Returned  int        // lost on an earlier day, not on Day
	Churn     Share      // of those not lost on From, those lost on Day
	Passing   int        // joined after From and lost on Day: the rate does not see them
	Weighted  float64    // churn rate with each customer weighing as their tier, Churn.Value without tiers
	Tiers     []TierRow  // nil without tiers
	Calls     Calls      // on the day of the workbench's Trial; zero if there is none
	Warnings  []analysis.Warning
}

// A TierRow is the churn of one tier: of those not lost on From, ranked by revenue
// up to then.
type TierRow struct {
	Tier         Tier    // Weight as used
	RevenueShare float64 // of the revenue up to From of all tiers; NaN if that is not positive
	Churn        Share
}

// A Step explains the difference between the counts of lost customers of two
// consecutive entries: Before + Σ Lines.Change = After.
type Step struct {
	Before, After int
	Lines         []Line // the largest first
}

// A Line is customers on whom two definitions disagree for the same reason.
type Line struct {
	Change  int            // +n: n customers lost under the later definition only; −n: under the earlier only
	Revenue analysis.Money // of these, up to Day
	Reason  analysis.Message
}
