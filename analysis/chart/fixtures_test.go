package chart

import (
	"context"
	"math"
	"math/rand/v2"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/cohort"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// Results of the size and shape that a year of a small shop brings, made by
// simulation, so that figures are looked at as they will look.

func random(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// wilson returns the 95 % interval of k out of n.
func wilson(k, n int) (lo, hi float64) {
	const z = 1.959964
	p, m := float64(k)/float64(n), float64(n)
	mid, half := p+z*z/(2*m), z*math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return (mid - half) / (1 + z*z/m), (mid + half) / (1 + z*z/m)
}

// projectionFixture is Fader and Hardie's (2007) high-end cohort, of which the
// models know seven renewals of twelve.
func projectionFixture() *clv.Projection {
	lives := &clv.Tenures{}
	if err := lives.AddCohort([]float64{1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394}); err != nil {
		panic(err)
	}
	p, err := clv.Project(context.Background(), lives, clv.ProjectionOptions{Period: analysis.Years, Calibration: 7, Horizon: 18})
	if err != nil {
		panic(err)
	}
	return p
}

// retentionFixture has monthly cohorts; level is what share comes back.
func retentionFixture(level float64) *cohort.Result {
	rng := random(1)
	sizes := []int{885, 417, 380, 455, 301, 287, 249, 244, 168, 298, 352}
	r := &cohort.Result{Begin: analysis.Date(2024, 1, 2), End: analysis.Date(2024, 12, 9), Periods: 12}
	for i, n := range sizes {
		c := cohort.Cohort{Start: analysis.Date(2024, time.Month(i+1), 1), Size: n}
		c.Key = c.Start.String()
		r.Followed += n
		for k := 0; i+k < 12; k++ {
			active := n
			if k > 0 {
				active = int(float64(n) * level * (0.8 + 0.4*rng.Float64()))
			}
			lo, hi := wilson(active, n)
			c.Cells = append(c.Cells, cohort.Cell{Size: n, Active: active, Complete: i+k < 11, Rate: float64(active) / float64(n), Low: lo, High: hi})
		}
		r.Cohorts = append(r.Cohorts, c)
	}
	for k := range r.Periods {
		r.Mean = append(r.Mean, average(r.Cohorts, k))
	}
	return r
}

func average(cohorts []cohort.Cohort, k int) cohort.Average {
	a := cohort.Average{Weighted: math.NaN(), Low: math.NaN(), High: math.NaN(), Simple: math.NaN()}
	sum := 0.0
	for _, c := range cohorts {
		if k < len(c.Cells) && c.Cells[k].Complete {
			a.Cohorts++
			a.Customers += c.Size
			a.Active += c.Cells[k].Active
			sum += c.Cells[k].Rate
		}
	}
	if a.Cohorts > 0 {
		a.Weighted, a.Simple = float64(a.Active)/float64(a.Customers), sum/float64(a.Cohorts)
		a.Low, a.High = wilson(a.Active, a.Customers)
	}
	return a
}

// rfmFixture scores customers in the given number of bins.
func rfmFixture(bins int) *rfm.Result {
	rng := random(3)
	r := &rfm.Result{Options: rfm.Options{Bins: bins}, End: analysis.Date(2024, 12, 9)}
	for k := range bins {
		days, buys := 10*(bins-k)*(bins-k), 1+k*k
		r.Cuts[0].Lower = append(r.Cuts[0].Lower, float64(10*(bins-k-1)*(bins-k-1)+1))
		r.Cuts[0].Upper = append(r.Cuts[0].Upper, float64(days))
		r.Cuts[1].Lower = append(r.Cuts[1].Lower, float64(1+(k-1)*(k-1)*min(1, k)+min(1, k)))
		r.Cuts[1].Upper = append(r.Cuts[1].Upper, float64(buys))
		r.Cuts[0].Size, r.Cuts[1].Size = append(r.Cuts[0].Size, 800), append(r.Cuts[1].Size, 800)
	}
	for i := 1; i <= bins; i++ {
		for j := 1; j <= bins; j++ {
			away := math.Abs(float64(i - j))
			n := int(400 * (0.3 + rng.Float64()) / (1 + away*away))
			if i == 1 && j == bins {
				n = 0
			}
			c := rfm.Cell{R: i, F: j, Customers: n, Revenue: analysis.MoneyOf(float64(n) * 21 * float64(j*j)), Segment: "champions"}
			c.Loss = rfm.LossOf(int(float64(n)*(0.9-0.7*float64(i)/float64(bins))), n, true)
			r.Grid = append(r.Grid, c)
			r.Customers += n
			r.Loss.Lost += c.Loss.Lost
			r.Revenue += c.Revenue
		}
	}
	r.Segments, r.Loss = segmentsFixture(r), rfm.LossOf(r.Loss.Lost, r.Customers, true)
	return r
}

// segmentShares are the shares of customers and revenue that segments get.
var segmentShares = []struct {
	key                string
	customers, revenue float64
}{
	{"champions", .12, .41}, {"loyal", .14, .22}, {"potential", .13, .08}, {"new", .07, .02}, {"promising", .06, .015},
	{"attention", .08, .07}, {"sleeping", .1, .045}, {"at-risk", .11, .1}, {"cannot-lose", .03, .06}, {"lapsed", .16, .02}, {"none", 0, 0},
}

func segmentsFixture(r *rfm.Result) []rfm.Segment {
	var list []rfm.Segment
	for _, s := range segmentShares {
		n := int(s.customers * float64(r.Customers))
		list = append(list, rfm.Segment{Key: s.key, Customers: n, Revenue: analysis.Money(s.revenue * float64(r.Revenue)), Loss: rfm.LossOf(int(float64(n)*(0.9-2*s.revenue)), n, true)})
	}
	return list
}

// manySegments has more segments than a treemap has tiles.
func manySegments() *rfm.Result {
	r := rfmFixture(5)
	for i := range 4 {
		s := r.Segments[i]
		s.Customers /= i + 2
		s.Loss = rfm.LossOf(s.Loss.Lost/(i+2), s.Customers, true)
		r.Segments = append(r.Segments, s)
	}
	return r
}

var segmentNames = map[string]figure.Value{ // Name in English, Text in Chinese
	"champions": {Name: "Champions", Text: "冠军客户"}, "loyal": {Name: "Loyal customers", Text: "忠诚客户"},
	"potential": {Name: "Potential loyalists", Text: "潜在忠诚客户"}, "new": {Name: "New customers", Text: "新客户"},
	"promising": {Name: "Promising", Text: "有潜力客户"}, "attention": {Name: "Need attention", Text: "需要关注"},
	"sleeping": {Name: "About to sleep", Text: "即将沉睡"}, "at-risk": {Name: "At risk", Text: "有流失风险"},
	"cannot-lose": {Name: "Cannot lose them", Text: "不能失去的客户"}, "lapsed": {Name: "Likely lapsed", Text: "可能已流失"},
}

func nameIn(lang string) func(string) string {
	return func(key string) string {
		if lang == "zh" {
			return segmentNames[key].Text
		}
		return segmentNames[key].Name
	}
}

// clvFixture is a fit with 39 weeks of calibration and 39 of holdout.
func clvFixture() *clv.Result {
	r := &clv.Result{
		Options: clv.Options{Horizon: 12, DiscountRate: 0.1, Margin: 1},
		Begin:   analysis.Date(1997, 1, 1), End: analysis.Date(1998, 6, 30), CalibrationEnd: analysis.Date(1997, 9, 30),
		Customers: 2357, Repeaters: 946, CurrentCustomers: 2357,
		Fit: clv.Fit{Model: "BG/NBD", N: 2357}, Spend: clv.Fit{Model: "Gamma-Gamma", N: 946},
		Current: clv.Fit{Model: "BG/NBD", N: 2357}, CurrentSpend: clv.Fit{Model: "Gamma-Gamma", N: 1089},
		Equity: 59_830, EquityLow: 54_120, EquityHigh: 65_990,
		Holdout: clv.Holdout{Weeks: 39, Actual: 1882, Expected: 1840.4, MAE: 0.75, RMSE: 1.6},
	}
	r.Tracking = trackingFixture()
	for x, c := range [][4]float64{
		{1411, 1420.3, 0.24, 0.20}, {439, 402.6, 0.70, 0.64}, {214, 218.4, 1.39, 1.21}, {100, 118.2, 1.56, 1.72},
		{62, 72.8, 2.53, 2.24}, {38, 44.1, 2.95, 3.02}, {29, 27.3, 3.86, 3.61}, {64, 53.3, 6.36, 6.17},
	} {
		r.Calibration = append(r.Calibration, clv.FrequencyClass{X: x, Customers: int(c[0]), Expected: c[1], HoldoutActual: c[2], HoldoutExpected: c[3]})
	}
	r.Heat = heatFixture()
	r.Reliability = reliabilityFixture()
	return r
}

// reliabilityFixture has a forecast that is a little too low at the top, and a
// P(alive) of which six tenths of the customers share 100 %.
func reliabilityFixture() (r clv.Reliability) {
	for k := range 10 {
		p := 0.04 + 0.09*float64(k)
		share := p + 0.003*float64(k*k-20)/2
		r.Active = append(r.Active, clv.ReliabilityBin{Low: p - 0.03, High: p + 0.04, Predicted: p, Customers: 236, Buyers: int(236 * share),
			Share: share, ShareLow: share * 0.85, ShareHigh: share + 0.15*(1-share)})
	}
	for k := range 4 {
		p := 0.25 + 0.25*float64(k)
		r.Alive = append(r.Alive, clv.ReliabilityBin{Low: p - 0.1, High: p, Predicted: p - 0.02*float64(3-k), Customers: 300, Buyers: int(150 * p),
			Share: p / 2, ShareLow: p/2 - 0.05, ShareHigh: p/2 + 0.05})
	}
	return r
}

func trackingFixture() []clv.TrackPoint {
	rng := random(4)
	var list []clv.TrackPoint
	actual, expected := 0.0, 0.0
	for w := 1; w <= 78; w++ {
		e := 75 * (1 - 1/(1+float64(w)/4)) * (1 - float64(w)/220)
		a := math.Round(e * (0.75 + 0.5*rng.Float64()))
		actual, expected = actual+a, expected+e
		list = append(list, clv.TrackPoint{Week: w, Actual: actual, Expected: expected, WeekActual: a, WeekExpected: e, Holdout: w > 39})
	}
	return list
}

func heatFixture() clv.Heat {
	h := clv.Heat{T: 77.9}
	for j := range 40 {
		h.Recency = append(h.Recency, h.T*float64(j)/39)
	}
	for x := range 21 {
		h.X = append(h.X, x)
		var alive, expected []float64
		for _, t := range h.Recency {
			p := math.NaN()
			switch {
			case x == 0 && t == 0:
				p = 1
			case x > 0 && t > 0:
				p = 1 / (1 + 2.4/(3.2+float64(x)-1)*math.Pow((4.4+h.T)/(4.4+t), 0.24+float64(x)))
			}
			alive, expected = append(alive, p), append(expected, p*float64(x)*0.6)
		}
		h.Alive, h.Expected = append(h.Alive, alive), append(h.Expected, expected)
	}
	return h
}

// clvValues are amounts whose logarithm is skewed, like those of a shop.
func clvValues() []float64 {
	rng := random(5)
	values := make([]float64, 2357)
	for i := range values {
		values[i] = 6 * math.Pow(10, 0.45*rng.NormFloat64()+0.25*rng.ExpFloat64())
	}
	return values
}

// historyFixture is a customer who bought on four days and then fell silent.
func historyFixture() []clv.HistoryPoint {
	var points []clv.HistoryPoint
	last := 0
	for i := range 300 {
		bought := i == 0 || i == 40 || i == 75 || i == 131
		if bought {
			last = i
		}
		odds := math.Pow(float64(i-last)/120, 3)
		points = append(points, clv.HistoryPoint{Day: analysis.Date(1997, 2, 4) + analysis.Day(i),
			Alive: 1 / (1 + odds), Low: 1 / (1 + 1.6*odds), High: 1 / (1 + odds/1.6), Bought: bought})
	}
	return points
}

// driversFixture is a business whose spend moves most.
func driversFixture() *clv.Elasticities {
	return &clv.Elasticities{
		Existing: clv.Elasticity{Value: 812_000, Retention: 0.42, Spend: 1}, Newcomer: clv.Elasticity{Value: 31, Retention: 0.55, Spend: 1.32, Acquisition: -0.32},
		All: clv.Elasticity{Value: 960_000, Retention: 0.44, Spend: 1.05, Acquisition: 0.154}, Newcomers: 4810,
	}
}

// bracketFixture has cohorts by an attribute, followed in brackets of rolling
// windows.
func bracketFixture() *cohort.Result {
	r := &cohort.Result{Begin: analysis.Date(2024, 1, 2), End: analysis.Date(2024, 12, 9), Periods: 4, Followed: 1500,
		Options: cohort.Options{By: cohort.Attribute, Clock: cohort.Rolling, Method: cohort.Bracket},
		Columns: []cohort.Column{{From: 0, To: 1}, {From: 1, To: 2}, {From: 2, To: 4}, {From: 4, To: 7}},
		Cohorts: []cohort.Cohort{
			{Key: "=north", Value: "north", Size: 800}, {Key: "=east", Value: "east", Size: 500}, {Key: cohort.FoldedKey, Folded: 7, Size: 200}}}
	for i := range r.Cohorts {
		c := &r.Cohorts[i]
		c.Start = analysis.NoDay
		for j, rate := range []float64{1, 0.3, 0.4, 0.45} {
			n := c.Size - 60*j
			active := int(float64(n) * rate * (1 - 0.1*float64(i)*float64(min(j, 1))))
			lo, hi := wilson(active, n)
			c.Cells = append(c.Cells, cohort.Cell{Size: n, Active: active, Complete: true, CompleteOn: analysis.NoDay,
				Rate: float64(active) / float64(n), Low: lo, High: hi})
		}
	}
	for k := range r.Periods {
		r.Mean = append(r.Mean, average(r.Cohorts, k))
	}
	return r
}

// concentrationFixture is a shop's revenue by customer.
func concentrationFixture() *segment.Concentration {
	var list []analysis.Money
	for _, v := range clvValues() {
		list = append(list, analysis.MoneyOf(v))
	}
	c := segment.Concentrate(list)
	return &c
}

// whaleFixture has a fifth of customers who cost more than they bring.
func whaleFixture() *segment.WhaleCurve {
	rng := random(6)
	var list []analysis.Money
	for _, v := range clvValues() {
		list = append(list, analysis.MoneyOf(0.3*v-6*rng.Float64()))
	}
	w := segment.Whale(list)
	return &w
}

// scanFixture has its clearest clusters at four.
func scanFixture() *segment.Clusters {
	c := &segment.Clusters{K: 4, Scan: segment.Scan{Proposed: 4}}
	for i, s := range [][2]float64{{.62, .41}, {.44, .43}, {.31, .47}, {.27, .40}, {.24, .36}, {.22, .34}, {.20, .33}} {
		c.Tried = append(c.Tried, segment.ScanPoint{K: i + 2, Within: s[0], Silhouette: s[1]})
	}
	return c
}

// rankingFixture has a sure first, a sure many and some who depend on the weights.
func rankingFixture() *segment.Ranking {
	rng := random(7)
	r := &segment.Ranking{Top: 20, Ranked: 2364, Candidates: 1000, Draws: 500}
	for i := range 20 {
		low := max(1, i+1-rng.IntN(3*i+1))
		k := segment.KeyCustomer{Rank: i + 1, Score: 0.99 - 0.004*float64(i), Low: low, High: i + 1 + rng.IntN(4*i+1), InTop: 1 - 0.03*float64(i)*rng.Float64()}
		if k.IsSteady() {
			r.Steady++
		}
		r.List = append(r.List, k)
	}
	return r
}
