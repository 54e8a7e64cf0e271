package churn

import (
	"math"

	"churnbench/analysis/survival"
)

// stepsPerDouble is how many points the curves over days have from d to 2d.
const stepsPerDouble = 8

// withins are the horizons of Returns, in days; 0 is as far as the data reach.
var withins = [3]int{90, 365, 0}

// returnsOf reads the chances of a return off a curve of gaps at days of silence.
func returnsOf(curve *survival.Curve, reach int, days []int) []Returns {
	list := make([]Returns, len(withins))
	for i, within := range withins {
		list[i].Within = within
		for _, d := range days {
			list[i].Points = append(list[i].Points, returnAfter(curve, reach, d, within))
		}
	}
	return list
}

// returnAfter is the chance of a purchase within so many days (0: up to reach) after
// d silent ones.
func returnAfter(curve *survival.Curve, reach, d, within int) ReturnPoint {
	until := reach
	if within > 0 {
		until = d + within
	}
	nan := math.NaN()
	if until > reach || d >= reach {
		return ReturnPoint{Silent: d, AtRisk: curve.Given(float64(d), float64(d)).AtRisk, Chance: nan, Low: nan, High: nan}
	}
	p := curve.Given(float64(d), float64(until))
	return ReturnPoint{Silent: d, AtRisk: p.AtRisk, Chance: 1 - p.S, Low: 1 - p.High, High: 1 - p.Low}
}
