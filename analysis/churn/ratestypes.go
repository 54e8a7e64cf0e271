package churn

import "churnbench/analysis"

// RateOptions choose the periods of rates and how a few things are counted.
type RateOptions struct {
	Grain Grain
	Days  int            // of ByDays: the length of a period, ≥ 1; the last period ends with the data
	Cuts  []analysis.Day // of ByCuts: where periods begin and end, ascending, two or more

	// Gap is g, the days that a customer may be without a contract between two of
	// them and still count as never gone; 0 allows none. Of contracts only.
	Gap int

	// Trailing is over how many days before a cut the revenue of a log is added up;
	// 0 takes the definition's window. Of logs only.
	Trailing int
}

// A Grain is how time is cut into periods. Calendar periods begin with their first
// day, whatever the data begin with.
type Grain string

// The grains.
const (
	Month   Grain = ""
	Quarter Grain = "quarter"
	Year    Grain = "year"
	ByDays  Grain = "days"
	ByCuts  Grain = "cuts"
)

// MaxPeriods is how many periods are told at most: fifty years of months. Of more,
// the latest are kept and a warning says so.
const MaxPeriods = 600

// Rates are movements and rates over periods.
//
// A cut is the first instant of its day. Of orders, those of the days before the cut
// have been placed; of contracts, those that begin on that day run, and those that
// end on it (end exclusive) do not, unless the data end the day before. Everything about a customer at a cut follows from
// what was known then, bridged gaps between contracts excepted.
type Rates struct {
	Options    RateOptions
	Definition Definition // of logs, as used: its window is filled in
	Recurring  bool       // of contracts: revenue at a cut is that of a month; else of the Trailing days before it
	Trailing   int        // days, of logs; 0 for contracts

	Begin, End analysis.Day // first purchase or contract, and observation end, both inclusive
	Currency   string
	Customers  int      // all that the log or the book knows
	Periods    []Period // whole ones only, in time order, without gaps between them
	Recent     Recent
	Control    Control
	Warnings   []analysis.Warning
}

// A Period is what happened in [From, To).
type Period struct {
	From, To analysis.Day

	// Settled says that all of the window before From lies within the data. Before
	// that, customers at the start are missing and nobody can have lapsed, so such
	// periods stay out of Recent and Control. Contracts are settled from the start.
	Settled bool

	Customers CustomerFlow
	Revenue   RevenueFlow

	Taken  analysis.Money // revenue within [From, To); of contracts what their recurring revenue comes to by days
	Orders int            // order rows within [From, To); 0 for contracts

	Churn        Share   // of StartCustomers
	Weighted     float64 // churn, customers weighed by Definition.Tiers; NaN without tiers
	Reactivation Share   // of LapsedCustomers
	Monthly      float64 // Churn rescaled to 365/12 days
	Yearly       float64 // Churn rescaled to 365 days

	GRR        float64 // of StartRevenue, ≤ 1
	NRR        float64 // of StartRevenue, without reactivation
	NRRWith    float64 // of StartRevenue, reactivation in
	GrossChurn float64 // of StartRevenue: contraction and churn
	NetChurn   float64 // of StartRevenue: contraction and churn less expansion; negative where more was gained
	Quick      float64 // of LostRevenue; +Inf where nothing was lost, NaN where there was no customer at either end

	ARPU    float64 // Taken ÷ AverageCustomers
	ARPAEnd float64 // revenue at the end ÷ customers at the end
	AOV     float64 // Taken ÷ Orders
}

// Length returns the days of the period.
func (p *Period) Length() int { return int(p.To - p.From) }

// CustomerFlow counts customers. Start + New + Reactivated − Churned = End.
type CustomerFlow struct {
	Start       int // at From
	New         int // at To, and never before From
	Reactivated int // at To, not at From, and at some time before
	Churned     int // at From, not at To
	End         int // at To

	Expanded   int // at both, with more revenue at To
	Contracted int // at both, with less
	Passing    int // joined and left within the period: in no other count
	Lapsed     int // at From: were customers before, and are not
}

// RevenueFlow adds up revenue at the cuts. Start + New + Reactivation + Expansion −
// Contraction − Churn = End. The last three movements are given as what they are
// called, not with a sign.
type RevenueFlow struct {
	Start, New, Reactivation, Expansion, Contraction, Churn, End analysis.Money
}

// gained and lost are the two sides of the quick ratio.
func (f *RevenueFlow) gained() analysis.Money { return f.New + f.Reactivation + f.Expansion }
func (f *RevenueFlow) lost() analysis.Money   { return f.Contraction + f.Churn }

// A Denominator is what a rate is a share of.
type Denominator string

// The denominators.
const (
	StartCustomers   Denominator = "start-customers"
	LapsedCustomers  Denominator = "lapsed-customers"  // at the start
	WeighedCustomers Denominator = "weighed-customers" // at the start, by their tiers' weights
	AverageCustomers Denominator = "average-customers" // (start + end) ÷ 2
	EndCustomers     Denominator = "end-customers"
	StartRevenue     Denominator = "start-revenue"
	LostRevenue      Denominator = "lost-revenue"
	OrderRows        Denominator = "orders"
)

// Recent sums up the last settled periods, at most RecentPeriods of them.
type Recent struct {
	Periods  int
	From, To analysis.Day // NoDay if there is none
	Length   float64      // mean days of a period

	Churn           Share   // pooled: Σ churned ÷ Σ customers at the start of each period
	Mean            float64 // of the periods' churn rates, each counting alike
	Monthly, Yearly float64 // Churn rescaled from the mean length of a period

	Reactivation Share   // pooled
	GRR, NRR     float64 // means of the periods' that are available
	ARPU         float64 // a period: Σ taken ÷ Σ average customers
	AOV          float64 // Σ taken ÷ Σ orders
}

// RecentPeriods is how many periods Recent looks back.
const RecentPeriods = 12
