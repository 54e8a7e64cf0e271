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
	if r.Options.Method == Unbounded {
		r.caveat(analysis.Note, analysis.Say("cohort.unbounded", analysis.On("end", r.End)), analysis.Message{})
	}
	if r.Mean[0].Cohorts == 0 {
		r.caveat(analysis.Caution, analysis.Say("cohort.unfinished", analysis.On("end", r.End)), analysis.Say("cohort.unfinished.remedy"))
	}
}

func (r *Result) caveat(s analysis.Severity, m, remedy analysis.Message) {
	r.Warnings = append(r.Warnings, analysis.Warning{Severity: s, Message: m, Remedy: remedy})
}

// warnRise reports where the average rises from one period to the next although
// it does not among the cohorts that are in both: the weak ones have dropped out
// of it. It names the largest such rise.
func (r *Result) warnRise() {
	worst, rises := 0, 0
	for k := 1; k < len(r.Mean); k++ {
		if !r.Mean[k].onlyByDropout(r.Mean[k-1]) {
			continue
		}
		rises++
		if worst == 0 || r.rise(k) > r.rise(worst) {
			worst = k
		}
	}
	if rises == 0 {
		return
	}
	a, b := r.Mean[worst-1], r.Mean[worst]
	r.caveat(analysis.Caution,
		analysis.Say("cohort.rise", analysis.Count("rises", rises), analysis.Count("from", worst-1), analysis.Count("to", worst),
			analysis.Percent("before", a.Weighted), analysis.Percent("after", b.Weighted),
			analysis.Percent("same", b.Before), analysis.Count("cohorts", b.Cohorts), analysis.Count("dropped", a.Cohorts-b.Cohorts)),
		analysis.Say("cohort.rise.remedy"))
}

func (r *Result) rise(k int) float64 { return r.Mean[k].Weighted - r.Mean[k-1].Weighted }

// onlyByDropout reports whether a lies above before, the period before it, but
// not above what before was among a's own cohorts. NaN compares false.
func (a Average) onlyByDropout(before Average) bool {
	return a.Weighted > before.Weighted && a.Weighted <= a.Before
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
	r.caveat(analysis.Note,
		analysis.Say("cohort.small", analysis.Count("small", small), analysis.Count("cohorts", len(r.Cohorts)), analysis.Count("limit", Small)),
		analysis.Say("cohort.small.remedy"))
}

// excess is how many times the typical size the first cohort must have to be
// taken for customers from before the data begin.
const excess = 1.5

// warnFirst reports a first cohort far larger than those after it. A log that
// begins in the middle of a business counts its existing customers as new.
func (r *Result) warnFirst() {
	if len(r.Cohorts) < 4 {
		return
	}
	first := r.Cohorts[0]
	typical := medianSize(r.Cohorts[1:])
	if ratio := float64(first.Size) / typical; ratio > excess {
		r.caveat(analysis.Caution,
			analysis.Say("cohort.first", analysis.On("start", first.Start), analysis.Count("size", first.Size), analysis.Number("ratio", ratio)),
			analysis.Say("cohort.first.remedy"))
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
