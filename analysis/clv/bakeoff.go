package clv

import (
	"cmp"
	"context"
	"math"
	"slices"

	"churnbench/analysis"
)

// A Score is one contender of a bake-off: a model, or a naive rule that any model
// has to beat.
type Score struct {
	Name    string // a model's name, or for a rule the key of its message
	Naive   bool   // a rule, which has no Fit
	Fit     Fit    // in the calibration window
	Holdout Accuracy
	Rolling []Accuracy // over rolling origins, the holdout cut into equal parts

	Reliability Reliability // in the holdout; empty for a rule, which gives no probabilities
}

// A BakeoffResult compares all that can be fitted, the recommended one first, the
// others by RMSE in the holdout.
type BakeoffResult struct {
	CalibrationEnd, End analysis.Day
	Scores              []Score
	Missing             []Missing
	Recommended         string           // the name of the first
	Reason              analysis.Message // for the recommendation, in words
}

// A Missing is a model that could not take part, and why.
type Missing struct {
	Name string
	Why  *analysis.Error
}

// The naive rules.
const (
	ruleSameRate   = "clv.rule.same-rate"
	ruleLastPeriod = "clv.rule.last-period"
)

// origins is how many parts a holdout is cut into.
const origins = 3

// Bakeoff fits every model of purchases to the days up to CalibrationEnd and scores
// it, beside two naive rules, on the days after it; then again from rolling
// origins, each time knowing what came before. The error is an *analysis.Error:
// BadInput for a calibration window outside the log, NotEnough without a holdout
// or repeat buyers, Cancelled.
func Bakeoff(ctx context.Context, log *analysis.Log, opt Options) (*BakeoffResult, error) {
	if log.Customers() == 0 || log.First() > log.End {
		return nil, analysis.Fail(analysis.NotEnough, "clv.no-customers")
	}
	opt, err := opt.settle(log)
	if err != nil {
		return nil, err
	}
	if opt.CalibrationEnd == log.End {
		return nil, analysis.Fail(analysis.NotEnough, "clv.no-holdout").Or("clv.no-holdout.remedy")
	}
	trials := newTrials(log, opt.CalibrationEnd)
	if err := trials[0].summary.enoughRepeaters(); err != nil {
		return nil, err
	}
	b := &BakeoffResult{CalibrationEnd: opt.CalibrationEnd, End: log.End}
	if err := b.tryModels(ctx, trials); err != nil {
		return nil, err
	}
	b.tryRules(trials)
	b.recommend()
	tell(ctx, len(Families())*len(trials), len(Families())*len(trials))
	return b, nil
}

// newTrials returns the whole holdout and its parts. Parts of no day are left out.
func newTrials(log *analysis.Log, from analysis.Day) []*trial {
	trials := []*trial{newTrial(log, from, log.End)}
	days := int(log.End - from)
	for k := range origins {
		begin, end := from+analysis.Day(days*k/origins), from+analysis.Day(days*(k+1)/origins)
		if end > begin {
			trials = append(trials, newTrial(log, begin, end))
		}
	}
	return trials
}

// tryModels fits each model where each trial begins; these fits are the steps that
// WithProgress hears of.
func (b *BakeoffResult) tryModels(ctx context.Context, trials []*trial) error {
	for i, f := range Families() {
		score, err := f.try(ctx, trials, i*len(trials))
		missing, failed := excuse(err)
		switch {
		case failed != nil:
			return failed
		case missing != nil:
			b.Missing = append(b.Missing, Missing{f.Name, missing})
		default:
			b.Scores = append(b.Scores, score)
		}
	}
	return nil
}

// try scores one model. What was found before one trial is where the search before
// the next one starts. The first two trials begin on the same day.
func (f *Family) try(ctx context.Context, trials []*trial, done int) (score Score, err error) {
	var m *Fitted
	for i, t := range trials {
		if err := begin(ctx, done+i, len(Families())*len(trials)); err != nil {
			return score, err
		}
		switch i {
		case 0:
			if m, err = f.Fit(ctx, &t.summary.Rows); err != nil {
				return score, err
			}
			score = Score{Name: f.Name, Fit: m.Fit, Holdout: t.judge(m.Model)}
			score.Reliability = t.summary.reliability(m.Model, t.actual, t.weeks)
			continue
		case 1:
		default:
			if m, err = m.Refit(ctx, &t.summary.Rows); err != nil {
				return score, err
			}
		}
		score.Rolling = append(score.Rolling, t.judge(m.Model))
	}
	return score, nil
}

// tryRules scores the rules.
func (b *BakeoffResult) tryRules(trials []*trial) {
	for _, rule := range []struct {
		name    string
		predict func(t *trial) []float64
	}{{ruleSameRate, (*trial).sameRate}, {ruleLastPeriod, (*trial).lastPeriod}} {
		score := Score{Name: rule.name, Naive: true}
		for i, t := range trials {
			a := t.judgeRule(rule.predict(t))
			if i == 0 {
				score.Holdout = a
			} else {
				score.Rolling = append(score.Rolling, a)
			}
		}
		b.Scores = append(b.Scores, score)
	}
}

// alike is how near two RMSE, relatively, count as a draw.
const alike = 0.01

// recommend puts the best first. RMSE decides, as it is least for who foresees
// each customer's mean; among models that are alike, the total does. A rule is
// recommended only where it beats every model clearly.
func (b *BakeoffResult) recommend() {
	slices.SortStableFunc(b.Scores, func(x, y Score) int { return cmp.Compare(x.Holdout.RMSE, y.Holdout.RMSE) })
	first := slices.IndexFunc(b.Scores, func(s Score) bool { return !s.Naive })
	if first < 0 || b.Scores[0].Holdout.RMSE < float64((1-alike)*b.Scores[first].Holdout.RMSE) {
		first = 0
	}
	best, rivals := first, 0
	for i, s := range b.Scores {
		if i == first || s.Naive || b.Scores[first].Naive || s.Holdout.RMSE > float64((1+alike)*b.Scores[first].Holdout.RMSE) {
			continue
		}
		rivals++
		if math.Abs(s.Holdout.Miss()) < math.Abs(b.Scores[best].Holdout.Miss()) {
			best = i
		}
	}
	winner := b.Scores[best]
	b.Scores = slices.Insert(slices.Delete(b.Scores, best, best+1), 0, winner)
	b.Recommended = winner.Name
	b.Reason = b.reason(rivals)
}

// reason says why the first is first.
func (b *BakeoffResult) reason(rivals int) analysis.Message {
	best := b.Scores[0]
	rmse, miss := analysis.Number("rmse", best.Holdout.RMSE), analysis.Percent("miss", math.Abs(best.Holdout.Miss()))
	name := analysis.Text("model", best.Name)
	switch {
	case best.Naive:
		return analysis.Say("clv.bakeoff.rule", analysis.Word("model", best.Name), rmse)
	case rivals > 0:
		return analysis.Say("clv.bakeoff.draw", name, analysis.Count("rivals", rivals), rmse, miss)
	}
	return analysis.Say("clv.bakeoff.best", name, rmse, miss, analysis.Count("wins", b.wins()), analysis.Count("of", len(best.Rolling)))
}

// wins counts the rolling origins from which nobody did better than the first.
func (b *BakeoffResult) wins() int {
	n := 0
	for i, a := range b.Scores[0].Rolling {
		beaten := slices.ContainsFunc(b.Scores[1:], func(s Score) bool { return s.Rolling[i].RMSE < a.RMSE })
		if !beaten {
			n++
		}
	}
	return n
}
