package clv

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// holdout scores the calibration fit on the days after s.End. actual holds the
// purchases of each customer of s in those days.
func (s *Summary) holdout(m Model, log *analysis.Log, actual []int32) Holdout {
	h := Holdout{
		Weeks: float64(log.End-s.End) / daysPerWeek,
		Later: customersUpTo(log, log.End) - len(s.X),
	}
	h.SumAlive = s.sumRows(s.Rows.alive(m))
	if h.Weeks == 0 {
		return h
	}
	expected := s.Rows.expectedWithin(m, h.Weeks)
	h.Expected = s.sumRows(expected)
	var off, square, logSquare numeric.Sum
	for i, n := range actual {
		miss := math.Abs(float64(n) - expected[s.Row[i]])
		off.Add(miss)
		square.Add(float64(miss * miss))
		logSquare.Add(squaredLog(expected[s.Row[i]], n))
		h.Actual += float64(n)
	}
	customers := float64(len(actual))
	h.MAE, h.RMSE = off.Value()/customers, math.Sqrt(square.Value()/customers)
	h.MSLE = logSquare.Value() / customers
	return h
}

// sumRows sums a column by row over customers.
func (s *Summary) sumRows(v []float64) float64 {
	var sum numeric.Sum
	for i, n := range s.Rows.N {
		sum.Add(float64(n * v[i]))
	}
	return sum.Value()
}

// purchasesAfter counts each customer's purchases in (s.End, end].
func (s *Summary) purchasesAfter(log *analysis.Log, end analysis.Day) []int32 {
	out := make([]int32, len(s.Customer))
	for i, c := range s.Customer {
		from, to := log.Rows(c)
		for r := from + int(s.X[i]) + 1; r < to && log.Day[r] <= end; r++ {
			out[i]++
		}
	}
	return out
}

func customersUpTo(log *analysis.Log, end analysis.Day) int {
	n := 0
	for c := range log.Customers() {
		if log.Day[log.Start[c]] <= end {
			n++
		}
	}
	return n
}

// tracking compares repeat purchases week by week, from the first purchase of
// all to the log's end. It follows the customers of the calibration window only:
// nobody knew how many would still come. The end of week w is 7w days after
// Begin, so that all purchases of its last day are in; published tracking plots
// count so too.
func (s *Summary) tracking(m Model, log *analysis.Log) []TrackPoint {
	days := int(log.End - s.Begin + 1)
	actual := s.repeatsByDay(log, days)
	weeks := days / daysPerWeek
	expected := s.expectedByWeek(m, weeks)
	points := make([]TrackPoint, 0, weeks)
	var last TrackPoint
	for w := 1; w <= weeks; w++ {
		p := TrackPoint{Week: w, Actual: actual[w*daysPerWeek-1], Expected: expected[w]}
		p.WeekActual, p.WeekExpected = p.Actual-last.Actual, p.Expected-last.Expected
		p.Holdout = s.Begin+analysis.Day(w*daysPerWeek-1) > s.End
		points = append(points, p)
		last = p
	}
	return points
}

// repeatsByDay returns the cumulative repeat purchases at the end of each of the
// first days.
func (s *Summary) repeatsByDay(log *analysis.Log, days int) []float64 {
	sum := make([]float64, days)
	end := s.Begin + analysis.Day(days) // exclusive
	for _, c := range s.Customer {
		from, to := log.Rows(c)
		for r := from + 1; r < to && log.Day[r] < end; r++ {
			sum[log.Day[r]-s.Begin]++
		}
	}
	for d := 1; d < days; d++ {
		sum[d] += sum[d-1]
	}
	return sum
}

// expectedByWeek returns what the model expects by the end of each week, from
// week 0: customers who came on day f have had 7w − f days.
func (s *Summary) expectedByWeek(m Model, weeks int) []float64 {
	came := make([]float64, weeks*daysPerWeek+daysPerWeek)
	for _, t := range s.T {
		came[int(s.End-s.Begin)-int(t)]++
	}
	perCustomer := make([]float64, weeks*daysPerWeek+1) // by age in days
	for d := range perCustomer {
		perCustomer[d] = m.Expected(float64(d) / daysPerWeek)
	}
	sum := make([]float64, weeks+1)
	for w := range sum {
		for f, n := range came[:w*daysPerWeek] {
			sum[w] += float64(n * perCustomer[w*daysPerWeek-f])
		}
	}
	return sum
}

// lastClass is the frequency from which customers are one class.
const lastClass = 7

// byFrequency compares the calibration window's customers by x: how many the
// model expects in each class, and what the classes did in the holdout.
func (s *Summary) byFrequency(m Model, actual []int32, weeks float64) []FrequencyClass {
	classes := make([]FrequencyClass, lastClass+1)
	expected := s.Rows.expectedWithin(m, weeks)
	for i, x := range s.X {
		c := &classes[min(int(x), lastClass)]
		c.Customers++
		c.HoldoutActual += float64(actual[i])
		c.HoldoutExpected += expected[s.Row[i]]
	}
	s.expectClasses(m, classes)
	for x := range classes {
		c := &classes[x]
		c.X = x
		if weeks == 0 {
			c.HoldoutActual, c.HoldoutExpected = math.NaN(), math.NaN()
		}
		c.HoldoutActual /= float64(c.Customers) // NaN for an empty class: no mean
		c.HoldoutExpected /= float64(c.Customers)
	}
	return classes
}

// expectClasses sums P(X(T) = x) over customers; the last class is the rest.
func (s *Summary) expectClasses(m Model, classes []FrequencyClass) {
	ages := make([]float64, int(s.End-s.Begin)+1)
	for _, t := range s.T {
		ages[t]++
	}
	rest := float64(len(s.T))
	for x := range lastClass {
		var sum numeric.Sum
		for t, n := range ages {
			if n > 0 {
				sum.Add(float64(n * m.PMF(x, float64(t)/daysPerWeek)))
			}
		}
		classes[x].Expected = sum.Value()
		rest -= sum.Value()
	}
	classes[lastClass].Expected = rest
}
