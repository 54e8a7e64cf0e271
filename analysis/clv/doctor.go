package clv

import (
	"math"
	"slices"
	"strings"

	"churnbench/analysis"
)

// A Finding is one thing that the fit doctor looked at: what was seen, with the
// numbers that show it, and what to do about it.
type Finding struct {
	Check            Check
	Passed           bool
	analysis.Warning // of severity Note where the check was passed, then without a remedy
}

// A Check names what the doctor looks at.
type Check string

// The checks, in the order of Examine: of the search, then of the data.
const (
	CheckStarts    Check = "starts"    // did all starting points lead to the same optimum
	CheckGradient  Check = "gradient"  // is the likelihood flat there
	CheckHessian   Check = "hessian"   // is it a peak
	CheckBoundary  Check = "boundary"  // did a parameter run away
	CheckSpend     Check = "spend"     // does spend depend on frequency
	CheckOneTimers Check = "onetimers" // did most buy only once
	CheckWindow    Check = "window"    // is the window long enough
	CheckContract  Check = "contract"  // are these contracts after all
)

// steep is the slope |∂ ln L/∂ ln θ| at which a search has not arrived.
const steep = 1e-3

// Examine looks at a fitted model of purchases and the data it was fitted to: s is
// what it knew of log. A check that the data cannot answer is left out.
func Examine(m *Fitted, s *Summary, log *analysis.Log) []Finding {
	var d doctor
	d.starts(m)
	d.gradient(m)
	d.hessian(m)
	d.boundary(m)
	d.spend(s)
	d.oneTimers(m, s)
	d.window(s)
	d.contract(s, log)
	return d
}

// A doctor collects findings.
type doctor []Finding

func (d *doctor) pass(c Check, message analysis.Message) {
	*d = append(*d, Finding{c, true, analysis.Warning{Severity: analysis.Note, Message: message}})
}

func (d *doctor) fail(c Check, severity analysis.Severity, message analysis.Message, remedy string) {
	*d = append(*d, Finding{c, false, analysis.Warning{Severity: severity, Message: message, Remedy: analysis.Message{Key: remedy}}})
}

func (d *doctor) starts(m *Fitted) {
	v := m.Verdict
	model, starts := analysis.Text("model", m.Fit.Model), analysis.Count("starts", v.Starts)
	switch agree := analysis.Count("agree", v.StartsAgree); {
	case v.StartsAgree == v.Starts:
		d.pass(CheckStarts, analysis.Say("clv.doctor.starts", starts))
	case v.StartsAgree > 1:
		d.fail(CheckStarts, analysis.Note, analysis.Say("clv.doctor.some-starts", agree, starts), "clv.doctor.some-starts.remedy")
	default:
		d.fail(CheckStarts, analysis.Caution, analysis.Say("clv.starts-disagree", model, starts), "clv.not-converged.remedy")
	}
}

func (d *doctor) gradient(m *Fitted) {
	slope := analysis.Number("slope", m.Verdict.Gradient)
	if m.Verdict.Gradient <= steep {
		d.pass(CheckGradient, analysis.Say("clv.doctor.flat", slope))
		return
	}
	d.fail(CheckGradient, analysis.Serious, analysis.Say("clv.doctor.steep", slope), "clv.not-converged.remedy")
}

// hessian doubts a likelihood that does not fall off on all sides. Parameters at a
// boundary have no standard error either, but that is another finding.
func (d *doctor) hessian(m *Fitted) {
	var blurred []string
	for _, p := range m.Params {
		if math.IsNaN(p.SE) && !slices.Contains(m.Verdict.Boundary, p.Name) {
			blurred = append(blurred, p.Name)
		}
	}
	switch {
	case len(blurred) > 0:
		d.fail(CheckHessian, analysis.Caution,
			analysis.Say("clv.doctor.ridge", analysis.Text("parameters", strings.Join(blurred, ", "))), "clv.boundary.remedy")
	case len(m.Verdict.Boundary) == 0:
		d.pass(CheckHessian, analysis.Say("clv.doctor.peak"))
	}
}

func (d *doctor) boundary(m *Fitted) {
	if len(m.Verdict.Boundary) == 0 {
		d.pass(CheckBoundary, analysis.Say("clv.doctor.inside"))
		return
	}
	d.fail(CheckBoundary, analysis.Caution, analysis.Say("clv.boundary", analysis.Text("model", m.Fit.Model),
		analysis.Text("parameters", strings.Join(m.Verdict.Boundary, ", "))), "clv.boundary.remedy")
}

func (d *doctor) spend(s *Summary) {
	corr := s.spendFrequencyCorrelation()
	number := analysis.Number("correlation", corr)
	switch strength := math.Abs(corr); {
	case math.IsNaN(corr):
	case strength > corrSerious:
		d.fail(CheckSpend, analysis.Serious, analysis.Say("clv.spend-frequency", number), "clv.spend-frequency.remedy")
	case strength > corrCaution:
		d.fail(CheckSpend, analysis.Caution, analysis.Say("clv.spend-frequency", number), "clv.spend-frequency.remedy")
	default:
		d.pass(CheckSpend, analysis.Say("clv.doctor.independent", number))
	}
}

// oneTimers is graver for BG/NBD, which holds every one of them for alive.
func (d *doctor) oneTimers(m *Fitted, s *Summary) {
	once := 1 - float64(s.Repeaters())/float64(max(len(s.X), 1))
	share := analysis.Percent("share", once)
	_, blind := m.Model.(BGNBD)
	switch {
	case once <= mostOneTimers:
		d.pass(CheckOneTimers, analysis.Say("clv.doctor.repeaters", analysis.Percent("share", 1-once)))
	case blind:
		d.fail(CheckOneTimers, analysis.Caution, analysis.Say("clv.doctor.one-timers-alive", share), "clv.doctor.one-timers-alive.remedy")
	default:
		d.fail(CheckOneTimers, analysis.Note, sayOneTimers(m.Fit.Model, share), "clv.one-timers.remedy")
	}
}

func (d *doctor) window(s *Summary) {
	if s.Repeaters() == 0 {
		return
	}
	gap, weeks := s.meanGap(), s.Weeks()
	if weeks < cyclesInWindow*gap {
		d.fail(CheckWindow, analysis.Caution,
			analysis.Say("clv.short-window", analysis.Number("weeks", weeks), analysis.Number("gap", gap)), "clv.short-window.remedy")
		return
	}
	d.pass(CheckWindow, analysis.Say("clv.doctor.long-window", analysis.Number("weeks", weeks), analysis.Number("gap", gap)))
}

// Where a base looks like one of contracts: so many gaps near the customer's usual
// one. Of gaps by chance (exponential) one in fourteen is.
const (
	contractShare = 0.5
	contractGaps  = 100 // fewer cannot tell
)

func (d *doctor) contract(s *Summary, log *analysis.Log) {
	near, of := s.regularGaps(log)
	if of < contractGaps {
		return
	}
	share := float64(near) / float64(of)
	said := []analysis.Arg{analysis.Percent("share", share), analysis.Count("gaps", of)}
	if share >= contractShare {
		d.fail(CheckContract, analysis.Serious, analysis.Say("clv.doctor.contract", said...), "clv.doctor.contract.remedy")
		return
	}
	d.pass(CheckContract, analysis.Say("clv.doctor.irregular", said...))
}

// regularGaps counts gaps between purchases within a tenth of the customer's
// median one, of customers with three gaps or more and a median of a week or
// more: shorter ones are near each other in whole days anyhow. The median itself
// is left out, as it is near itself.
func (s *Summary) regularGaps(log *analysis.Log) (near, of int) {
	var gaps []int
	for i, c := range s.Customer {
		if s.X[i] < 3 {
			continue
		}
		from, _ := log.Rows(c)
		gaps = gaps[:0]
		for r := from + 1; r <= from+int(s.X[i]); r++ {
			gaps = append(gaps, int(log.Day[r]-log.Day[r-1]))
		}
		slices.Sort(gaps)
		if usual := gaps[len(gaps)/2]; usual >= daysPerWeek {
			n := countWithin(gaps, usual, max(1, usual/10))
			near, of = near+n-1, of+len(gaps)-1
		}
	}
	return near, of
}

func countWithin(sorted []int, centre, slack int) int {
	from, _ := slices.BinarySearch(sorted, centre-slack)
	to, _ := slices.BinarySearch(sorted, centre+slack+1)
	return to - from
}
