package cohort

import (
	"slices"

	"churnbench/analysis"
)

// warn says what a reader of the table should know; beyond is the number of
// periods that have no column.
func (r *Result) warn(beyond int) {
	if beyond > 0 {
		r.caveat(analysis.Note, analysis.Say("cohort.capped", analysis.Count("shown", r.Periods-1), analysis.Count("beyond", beyond)),
			analysis.Say("cohort.capped.remedy", analysis.Count("max", MaxPeriods)))
	}
	r.warnRise()
	r.warnSmall()
	r.warnFirst()
	r.warnSignUp()
	if r.Options.Method == Unbounded {
		r.caveat(analysis.Note, analysis.Say("cohort.unbounded", analysis.On("end", r.End)), analysis.Message{})
	}
	if !slices.ContainsFunc(r.Mean, func(a Average) bool { return a.Cohorts > 0 }) {
		r.caveat(analysis.Caution, analysis.Say("cohort.unfinished", analysis.On("end", r.End)), analysis.Say("cohort.unfinished.remedy"))
	}
}

func (r *Result) caveat(s analysis.Severity, m, remedy analysis.Message) {
	r.Warnings = append(r.Warnings, analysis.Warning{Severity: s, Message: m, Remedy: remedy})
}

// warnRise reports where the average rises from one column to the next although
// it does not among those who are in both: the weak ones have dropped out of it.
// It names the largest such rise.
func (r *Result) warnRise() {
	worst, rises := 0, 0
	for j := 1; j < len(r.Mean); j++ {
		if !r.Mean[j].onlyByDropout(r.Mean[j-1]) {
			continue
		}
		rises++
		if worst == 0 || r.rise(j) > r.rise(worst) {
			worst = j
		}
	}
	if rises == 0 {
		return
	}
	r.caveat(analysis.Caution, r.sayRise(worst, rises), analysis.Say("cohort.rise.remedy"))
}

// sayRise says of column j why its average lies above that of the column before.
func (r *Result) sayRise(j, rises int) analysis.Message {
	a, b := r.Mean[j-1], r.Mean[j]
	args := []analysis.Arg{analysis.Count("rises", rises), analysis.Count("from", r.Columns[j-1].From), analysis.Count("to", r.Columns[j].From),
		analysis.Percent("before", a.Weighted), analysis.Percent("after", b.Weighted), analysis.Percent("same", b.Before)}
	if r.Options.By == Attribute {
		return analysis.Say("cohort.rise.customers", append(args, analysis.Count("dropped", a.Customers-b.Customers))...)
	}
	return analysis.Say("cohort.rise", append(args, analysis.Count("cohorts", b.Both), analysis.Count("dropped", a.Cohorts-b.Both))...)
}

func (r *Result) rise(j int) float64 { return r.Mean[j].Weighted - r.Mean[j-1].Weighted }

// onlyByDropout reports whether a lies above before, the column before it, though
// it does not among those who are in both. NaN compares false.
func (a Average) onlyByDropout(before Average) bool {
	return a.Weighted > before.Weighted && a.Same <= a.Before
}

func (r *Result) warnSmall() {
	small := 0
	for _, c := range r.Cohorts {
		if c.Size < Small {
			small++
		}
	}
	if small == 0 {
		return
	}
	remedy := analysis.Say("cohort.small.remedy")
	if r.Options.By == Attribute {
		remedy = analysis.Say("cohort.small.remedy.attribute")
	}
	r.caveat(analysis.Note,
		analysis.Say("cohort.small", analysis.Count("small", small), analysis.Count("cohorts", len(r.Cohorts)), analysis.Count("limit", Small)), remedy)
}

// excess is how many times the typical size the first cohort must have to be
// taken for customers from before the data begin.
const excess = 1.5

// warnFirst reports a first cohort far larger than those after it. A log that
// begins in the middle of a business counts its existing customers as new.
func (r *Result) warnFirst() {
	if len(r.Cohorts) < 4 || r.Options.By != FirstPurchase {
		return
	}
	first := r.Cohorts[0]
	typical := medianSize(r.Cohorts[1:])
	if ratio := float64(first.Size) / typical; ratio > excess && first.Size >= Small {
		r.caveat(analysis.Caution,
			analysis.Say("cohort.first", analysis.On("start", first.Start), analysis.Count("size", first.Size), analysis.Number("ratio", ratio)),
			analysis.Say("cohort.first.remedy"))
	}
}

// warnSignUp says what cohorts by sign-up cannot know: whoever never bought is in
// no order, and what was bought before the data begin neither.
func (r *Result) warnSignUp() {
	if r.Options.By != SignUp {
		return
	}
	r.caveat(analysis.Caution, analysis.Say("cohort.sign-up"), analysis.Message{})
	unseen := 0
	for _, c := range r.Cohorts {
		if slices.ContainsFunc(c.Cells, func(cell Cell) bool { return cell.CompleteOn == analysis.NoDay }) {
			unseen++
		}
	}
	if unseen > 0 {
		r.caveat(analysis.Note, analysis.Say("cohort.unseen", analysis.Count("cohorts", unseen), analysis.On("begin", r.Begin)), analysis.Message{})
	}
}

func medianSize(cohorts []Cohort) float64 {
	sizes := make([]int, len(cohorts))
	for i, c := range cohorts {
		sizes[i] = c.Size
	}
	slices.Sort(sizes)
	n := len(sizes)
	return float64(sizes[(n-1)/2]+sizes[n/2]) / 2
}
