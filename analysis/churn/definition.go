package churn

// A Definition says when a customer counts as lost. The zero value is silence of
// a window that the data propose. A customer is one from the day of the first
// purchase; whether lost on a day depends on what was known by the end of that day,
// and on nothing later.
type Definition struct {
	Kind Kind

	// Window is W, the days of silence after which a customer counts as lost; 0
	// takes the proposal (see survival.ChooseWindow). The kinds Silence and Combined
	// use it.
	Window int

	// Decline is used by the kinds Declined and Combined.
	Decline Decline

	// Ended is used by the kinds Explicit and Combined.
	Ended Ended

	// All makes Combined ask for all of its parts, else any of them is enough.
	All   bool
	Parts []Kind // of Combined: two or three of Silence, Declined, Explicit

	// Tiers weigh customers in weighted rates; nil weighs all alike.
	Tiers []Tier
}

// A Kind is a way of telling that a customer is lost.
type Kind string

// The kinds.
const (
	Silence  Kind = ""         // no purchase for Window days
	Declined Kind = "decline"  // activity fell below a share of the customer's own past
	Explicit Kind = "ended"    // an end date or a status says so
	Combined Kind = "combined" // several of these
)

// Decline says when activity has fallen too far: measure in the last Recent days
// ÷ (measure in the Prior days before them, scaled to as many days) < Below.
//
// A customer is judged once both windows lie behind the first purchase. One who
// bought on no day of either has been silent for Recent + Prior days and counts as
// lost, although 0/0 says nothing. Where amounts of the prior window add up to
// nothing or less there is no past to fall below, and the customer is not lost.
type Decline struct {
	Recent, Prior int     // days, ≥ 1; 0 takes Window and 2·Window
	Below         float64 // 0 < Below < 1; 0 takes DefaultBelow
	Spend         bool    // of amounts; else of purchase days
}

// DefaultBelow is the share of the own past below which activity has declined.
const DefaultBelow = 0.5

// Ended says which column tells of an end.
type Ended struct {
	// Column is an index into Log.Attributes: a column of dates, whose day is the
	// first without the customer, or one of texts, of which those in Lost mean that
	// the customer has left at an unknown time before the observation end. As the
	// time is unknown, such customers count as lost on the observation end only.
	Column int
	Lost   []string
}

// A Tier is a group of customers by their share of revenue, the best first.
type Tier struct {
	Share  float64 // of customers, by revenue up to then; the last tier takes the rest
	Weight float64 // > 0; 0 takes the tier's revenue per customer relative to that of all
}
