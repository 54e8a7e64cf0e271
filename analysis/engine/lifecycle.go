package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
	"churnbench/analysis/lifecycle"
)

// A LifecycleRequest asks in which stage of their lives customers stand on two days.
type LifecycleRequest struct {
	Options       lifecycle.Options
	Definition    churn.Definition // of loss in force; who has lapsed unless Options.Silence says
	Before, Day   analysis.Day     // 0 takes the default, see lifecycle.Life.CheckDays
	Offset, Limit int              // of the alerts; Limit 0 means AlertRows
	Layout        figure.Layout
}

// AlertRows is how many alerts a screen shows at once.
const AlertRows = 20

// Lifecycle is the answer.
type Lifecycle struct {
	Result    lifecycle.Result
	InForce   churn.Definition // as used
	Potential Potential        // of the funnel
	Alarm     lifecycle.Stage  // whose newcomers the alerts are
	Alerts    []LifecycleAlert
	Offset    int            // of Alerts
	Entered   int            // alerts there are
	AtStake   analysis.Money // of all of them
	Course    figure.Figure  // stages over time
}

// Potential are the customers of customer lists who have not bought yet. Who has signed
// up by a day before the last is known where a list has a column of sign-up dates.
type Potential struct {
	Listed      bool // there is a customer list at all
	Now, Before int  // NoCount where not known
}

// NoCount stands for a number of customers that is not known.
const NoCount = -1

// A LifecycleAlert is a customer who has just entered the alarm stage.
type LifecycleAlert struct {
	ID            string
	Was           lifecycle.Stage
	Since         analysis.Day
	Prior, Recent lifecycle.Held
}

// The tables of a lifecycle, as last asked for.
const (
	StagesTable TableName = "stages" // the stage of every customer on both days
	AlertsTable TableName = "alerts" // customers who have just entered the alarm stage
)
