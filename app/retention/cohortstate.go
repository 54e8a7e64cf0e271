package retention

import (
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A CohortState is the first tab: the cohort table.
type CohortState struct {
	screen.Request[engine.CohortsRequest, engine.Cohorts]

	Options  cohort.Options
	Show     cohort.Quantity // what the cells say
	Simple   bool            // the simple mean stands below the weighted one
	Selected string          // Key of the cohort that the figure picks out; "" for none
	Offset   int             // of the first row in sight
	Typed    screen.Typed
}

// PageCohorts is how many rows are in sight at once: five years of months.
const PageCohorts = 60

// BoundsField is the id of the field for the brackets' bounds.
const BoundsField = "bounds"

// AskCohorts puts the tab's question to the engine.
func AskCohorts(h *screen.Host, s *CohortState) {
	screen.Ask(h, &s.Request, s.Ask(h.Layout()), h.Engine.Cohorts, nil)
}

// Ask is the request for what is chosen.
func (s *CohortState) Ask(layout figure.Layout) engine.CohortsRequest {
	return engine.CohortsRequest{Options: s.Options, Offset: s.Offset, Limit: PageCohorts, Selected: s.Selected, Layout: layout}
}

// Renew forgets the answer and what is of the dataset that it was about; the other
// choices hold for the next one as well.
func (s *CohortState) Renew() {
	s.Forget()
	s.Regroup(func(o *cohort.Options) { o.By, o.Column = cohort.FirstPurchase, 0 })
}

// Regroup changes which cohorts there are: no row is selected, and the first ones
// are in sight.
func (s *CohortState) Regroup(change func(*cohort.Options)) {
	change(&s.Options)
	s.Selected, s.Offset = "", 0
}

// Pick selects a cohort, or none if it is selected already.
func (s *CohortState) Pick(key string) {
	if s.Selected == key {
		key = ""
	}
	s.Selected = key
}

// Turn shows the rows before or after those in sight.
func (s *CohortState) Turn(pages int) {
	s.Offset = max(0, s.Offset+pages*PageCohorts)
}

// By is what cohorts are by, as a value of a list: By names it, with the number of
// the column behind it where there is one.
func (s *CohortState) By() string {
	if s.Options.By == cohort.FirstPurchase {
		return "first"
	}
	return string(s.Options.By) + ":" + strconv.Itoa(s.Options.Column)
}

// SetBy takes a value as By returns it.
func (s *CohortState) SetBy(value string) {
	by, column, _ := strings.Cut(value, ":")
	n, err := strconv.Atoi(column)
	s.Regroup(func(o *cohort.Options) {
		o.By, o.Column = cohort.By(by), n
		if err != nil {
			o.By, o.Column = cohort.FirstPurchase, 0
		}
	})
}

// SetBounds takes what was typed as the bounds of brackets, whole numbers apart by
// spaces or commas; it reports whether they can be used.
func (s *CohortState) SetBounds(text string) bool {
	bounds, ok := cohort.ParseBounds(text)
	if !ok {
		s.Typed.Refuse(BoundsField, text, analysis.Say("cohort.bad-bounds", analysis.Count("max", cohort.MaxBound)))
		return false
	}
	s.Typed.Accept(BoundsField)
	s.Options.Bounds = bounds
	return true
}

// Bounds is what the field for the bounds shows while nothing was typed.
func (s *CohortState) Bounds() string {
	bounds := s.Options.Bounds
	if bounds == (cohort.Bounds{}) {
		bounds = cohort.DefaultBounds
	}
	var parts []string
	for _, at := range bounds.List() {
		parts = append(parts, strconv.Itoa(at))
	}
	return strings.Join(parts, " ")
}

// A cellKey names a cell of the table: its column, then its cohort's key.
func cellKey(key string, column int) string { return strconv.Itoa(column) + " " + key }

// Cell is what a cellKey names, for the table in sight.
func (s *CohortState) Cell(key string) engine.CohortCell {
	column, cohortKey, _ := strings.Cut(key, " ")
	j, _ := strconv.Atoi(column)
	return engine.CohortCell{Options: s.Answer.Result.Options, Key: cohortKey, Column: j}
}
