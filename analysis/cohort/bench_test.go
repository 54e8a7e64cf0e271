package cohort

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

// denseLog has 60 months of 100,000 customers, or as many as asked for.
func denseLog(customers int) *analysis.Log {
	log := randomLog(rand.New(rand.NewPCG(1, 1)), customers, analysis.Date(2020, 1, 1), 1826)
	signUp := analysis.Column{Kind: analysis.DayColumn}
	region := analysis.Column{Kind: analysis.TextColumn}
	for i := range 40 {
		region.Texts.Append(fmt.Append(nil, "region ", i))
	}
	for c := range customers {
		signUp.Days = append(signUp.Days, log.Day[log.Start[c]]-analysis.Day(c%90))
		region.Codes = append(region.Codes, uint32(c%40))
	}
	log.Attributes = []analysis.Column{signUp, region}
	return log
}

func BenchmarkMake(b *testing.B) {
	log := denseLog(100_000)
	for name, opt := range map[string]Options{
		"months":    {},
		"unbounded": {Method: Unbounded},
		"rolling":   {Clock: Rolling},
		"weeks":     {Grain: Week},
		"days":      {Grain: Day},
		"brackets":  {Method: Bracket},
		"sign-up":   {By: SignUp},
		"attribute": {By: Attribute, Column: 1},
	} {
		b.Run(name, func(b *testing.B) { benchmarkMake(b, log, opt) })
	}
}

// BenchmarkMillionOrders is a log of a million purchase days.
func BenchmarkMillionOrders(b *testing.B) {
	log := denseLog(250_000)
	log = head(log, 1_000_000)
	benchmarkMake(b, log, Options{})
}

func benchmarkMake(b *testing.B, log *analysis.Log, opt Options) {
	b.ReportAllocs()
	b.ReportMetric(float64(len(log.Day)), "rows")
	for b.Loop() {
		if _, err := Make(log, opt); err != nil {
			b.Fatal(err)
		}
	}
}

// head returns the customers of a log whose rows lie among the first n.
func head(log *analysis.Log, n int) *analysis.Log {
	customers := 0
	for customers < log.Customers() && int(log.Start[customers+1]) <= n {
		customers++
	}
	out := *log
	out.Start = log.Start[:customers+1]
	rows := int(out.Start[customers])
	out.Day, out.Amount, out.Orders = log.Day[:rows], log.Amount[:rows], log.Orders[:rows]
	out.Attributes = nil
	return &out
}

func BenchmarkMembers(b *testing.B) {
	log := denseLog(100_000)
	for b.Loop() {
		if _, err := Members(log, Options{}, "2021-01-01", 3); err != nil {
			b.Fatal(err)
		}
	}
}
