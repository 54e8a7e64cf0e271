package churn

import "churnbench/analysis/survival"

// Options choose how definitions are tried and compared; the zero value takes what
// each field says.
type Options struct {
	Followup int     // days in which a trial watches customers; 0 takes a year, at most half the data
	Weights  Weights // of a trial's errors
}

// Workbench says what the data tell about W, at the W of a definition. The error is
// a *analysis.Error.
func (s *Study) Workbench(d Definition, opt Options) (*Workbench, error) {
	proposed := d.Window == 0
	d, err := s.Settle(d)
	if err != nil {
		return nil, err
	}
	weights, err := opt.Weights.settle()
	if err != nil {
		return nil, err
	}
	t, err := s.tryFor(opt.Followup)
	if err != nil {
		return nil, err
	}
	curve := s.gaps.Curve()
	w := &Workbench{Window: d.Window, Proposed: s.gaps.Propose(0), Quantiles: quantilesOf(s.gaps, &curve),
		Gaps: histogramOf(s.gaps), Span: s.gaps.Span()}
	w.Reach = int(curve.SolidUntil(survival.ThinRiskSet))
	w.Returns = returnsOf(&curve, w.Reach, withDays(grid(w.Reach, stepsPerDouble), w.Reach, d.Window))
	w.Verdict = verdictOn(&curve, w.Reach, d.Window)
	w.Trial = t.judge(weights, d.Window)
	w.warn(proposed)
	return w, nil
}

// tryFor holds a trial with a follow-up, from memory if it was the last one.
func (s *Study) tryFor(followup int) (*trial, error) {
	followup, err := followupOf(followup, s.gaps.Span())
	if err != nil {
		return nil, err
	}
	if s.trial == nil || s.trial.followup != followup {
		s.trial = tryOn(s.log, s.gaps.Span(), followup)
	}
	return s.trial, nil
}
