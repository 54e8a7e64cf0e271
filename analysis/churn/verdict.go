package churn

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/survival"
)

// verdictOn tests the saying that a loss is irreversible at a silence of w days,
// looking as far ahead as the data reach, at most a year.
func verdictOn(curve *survival.Curve, reach, w int) Verdict {
	within := min(365, reach-w)
	nan := math.NaN()
	v := Verdict{Silent: w, Finality: Unknown, Chance: nan, Low: nan, High: nan}
	if within < shortest {
		v.Message = analysis.Say("churn.verdict.unknown", analysis.Count("silent", w), analysis.Count("reach", reach))
		return v
	}
	p := returnAfter(curve, reach, w, within)
	v.Within, v.Chance, v.Low, v.High = within, p.Chance, p.Low, p.High
	v.Finality = finality(p)
	v.Message = v.say()
	return v
}

// shortest is how far ahead a verdict must see, in days: any loss is final for a day.
const shortest = 90

// finality sorts a chance of return. That a loss is final must be sure, so the
// interval decides; that it is not, the estimate may say.
func finality(p ReturnPoint) Finality {
	switch {
	case p.High < 0.05:
		return Final
	case p.High < 0.2:
		return MostlyFinal
	case p.Chance < 0.5:
		return OftenReturns
	case p.Chance >= 0.5:
		return Premature
	}
	return Unknown
}

func (v *Verdict) say() analysis.Message {
	args := []analysis.Arg{analysis.Count("silent", v.Silent), analysis.Count("within", v.Within),
		analysis.Percent("chance", v.Chance), analysis.Percent("low", v.Low), analysis.Percent("high", v.High)}
	switch v.Finality {
	case Final:
		return analysis.Say("churn.verdict.final", args...)
	case MostlyFinal:
		return analysis.Say("churn.verdict.mostly", args...)
	case OftenReturns:
		return analysis.Say("churn.verdict.often", args...)
	}
	return analysis.Say("churn.verdict.early", args...)
}
