// Package overview is the screen that says how the business stands: customers, how
// many are lost and won, what that does to revenue, and whether it is more than chance.
//
//	state.go    what is known and chosen
//	view.go     the page: the churn rate, biggest; the figures
//	stats.go    the other headline numbers, each with its explanation
//	periods.go  the choice of periods, and the table of them
package overview

import (
	"reflect"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A State is what the screen knows and what the person chose.
type State struct {
	screen.Request[engine.RatesRequest, engine.Rates]

	Basis   engine.Basis // "" takes contracts where there are any
	Options churn.RateOptions

	Typed screen.Typed
}

// The ids of fields.
const (
	DaysField = "period-days"
	FromField = "period-from"
	ToField   = "period-to"
)

// Ask is the request for what is chosen, under the definition in force.
func (s *State) Ask(d churn.Definition, layout figure.Layout) engine.RatesRequest {
	return engine.RatesRequest{Basis: s.Basis, Definition: d, Options: s.Options, Layout: layout}
}

// Renew forgets the answer and what depends on the dataset that it was about.
func (s *State) Renew() {
	s.Forget()
	s.Basis, s.Options.Cuts, s.Typed = "", nil, screen.Typed{}
	if s.Options.Grain == churn.ByCuts {
		s.Options.Grain = churn.Month
	}
}

// Stale reports whether the answer is by another definition than the one in force.
func (s *State) Stale(d churn.Definition) bool {
	return s.Asked() && !reflect.DeepEqual(s.Question.Definition, d)
}

// defaultDays is the length of periods of a fixed number of days until one is typed:
// thirteen weeks, so that each has as many weekends.
const defaultDays = 91

// SetGrain takes another kind of period, with what it needs to start from: the whole
// of the data as one period of its own.
func (s *State) SetGrain(g churn.Grain, first, end analysis.Day) {
	s.Options.Grain = g
	if g == churn.ByDays && s.Options.Days == 0 {
		s.Options.Days = defaultDays
	}
	if g == churn.ByCuts && len(s.Options.Cuts) != 2 {
		half := first + (end-first)/2
		s.Options.Cuts = []analysis.Day{half, end + 1}
	}
}

// SetDays takes what was typed as the length of a period.
func (s *State) SetDays(text string, span int) bool {
	days, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || days < 1 || days > span {
		s.Typed.Refuse(DaysField, text, analysis.Say("definition.wrong-days", analysis.Count("span", span)))
		return false
	}
	s.Typed.Accept(DaysField)
	s.Options.Days = days
	return true
}

// SetCut takes what was chosen as the first day (which 0) of the person's own period,
// or the last one (which 1), in ISO form.
func (s *State) SetCut(which int, text string) bool {
	field := [2]string{FromField, ToField}[which]
	day, err := analysis.ParseDay(text)
	cuts := [2]analysis.Day{}
	copy(cuts[:], s.Options.Cuts)
	cuts[which] = day + analysis.Day(which) // a period ends before its second cut
	if err != nil || cuts[0] >= cuts[1] {
		s.Typed.Refuse(field, text, analysis.Say("overview.wrong-dates"))
		return false
	}
	s.Typed.Accept(FromField)
	s.Typed.Accept(ToField)
	s.Options.Cuts = cuts[:]
	return true
}

// Last is the last period, nil if there is none.
func Last(r *churn.Rates) *churn.Period {
	if len(r.Periods) == 0 {
		return nil
	}
	return &r.Periods[len(r.Periods)-1]
}
