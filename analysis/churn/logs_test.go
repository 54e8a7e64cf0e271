package churn

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

// A purchase is a day's amount.
type purchase struct {
	day    analysis.Day
	amount analysis.Money
}

// logOf builds a log from each customer's purchases, ascending.
func logOf(end analysis.Day, customers ...[]purchase) *analysis.Log {
	l := &analysis.Log{End: end, Start: []uint32{0}}
	for i, list := range customers {
		l.IDs.Append(fmt.Append(nil, "c", i))
		for _, p := range list {
			l.Day, l.Amount, l.Orders = append(l.Day, p.day), append(l.Amount, p.amount), append(l.Orders, 1)
		}
		l.Start = append(l.Start, uint32(len(l.Day)))
	}
	return l
}

// on lists purchases of 10 each.
func on(days ...analysis.Day) (list []purchase) {
	for _, d := range days {
		list = append(list, purchase{d, 10 * analysis.MoneyPerUnit})
	}
	return list
}

// endDays and states are the attributes of logs in tests.
const (
	endDays = iota
	states
)

// attributed adds a column of end days (NoDay for none) and one of states.
func attributed(l *analysis.Log, days []analysis.Day, words []string) *analysis.Log {
	text := analysis.Column{Name: "state", Kind: analysis.TextColumn}
	for _, w := range words {
		code := analysis.NoCode
		if w != "" {
			if code = codeOf(&text.Texts, w); code == analysis.NoCode {
				code = uint32(text.Texts.Append([]byte(w)))
			}
		}
		text.Codes = append(text.Codes, code)
	}
	l.Attributes = []analysis.Column{{Name: "end", Kind: analysis.DayColumn, Days: days}, text}
	return l
}

// randomLog draws a small log with everything that is awkward: one-time buyers,
// refunds, purchases on the last day, ends before the first purchase and after the
// last day, missing values.
func randomLog(rng *rand.Rand) *analysis.Log {
	span := 15 + rng.IntN(150)
	customers := make([][]purchase, 2+rng.IntN(14))
	days, words := make([]analysis.Day, len(customers)), make([]string, len(customers))
	begin := analysis.Day(rng.IntN(40_000) - 20_000)
	for i := range customers {
		pace := 1 + float64(span)/3*rng.Float64()
		for at := rng.Float64() * float64(span); at <= float64(span); at += pace * rng.ExpFloat64() {
			day := begin + analysis.Day(at)
			if n := len(customers[i]); n == 0 || customers[i][n-1].day < day {
				customers[i] = append(customers[i], purchase{day, analysis.Money(rng.IntN(40)-6) * 2500})
			}
			if rng.Float64() < 0.12 {
				break
			}
		}
		days[i] = analysis.NoDay
		if rng.IntN(3) == 0 {
			days[i] = begin - 5 + analysis.Day(rng.IntN(span+15))
		}
		words[i] = []string{"", "here", "gone", "moved"}[rng.IntN(4)]
	}
	words[0], words[1] = "gone", "moved" // so that both can be asked about
	customers[0] = append(on(begin), purchase{begin + analysis.Day(span), 5000})
	return attributed(logOf(begin+analysis.Day(span), customers...), days, words)
}

// drawDefinition draws a definition that fits a log of a span.
func drawDefinition(rng *rand.Rand, span int) Definition {
	kinds := []Kind{Silence, Declined, Explicit}
	rng.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
	d := Definition{Kind: kinds[0], Window: rng.IntN(span/2 + 1)}
	if rng.IntN(3) == 0 {
		d.Kind, d.Parts, d.All = Combined, kinds[:2+rng.IntN(2)], rng.IntN(2) == 0
	}
	d.Decline = Decline{Below: []float64{0, 0.3, 0.5, 0.95}[rng.IntN(4)], Spend: rng.IntN(2) == 0}
	if rng.IntN(4) > 0 {
		d.Decline.Recent = 1 + rng.IntN(span/2)
		d.Decline.Prior = 1 + rng.IntN(span/2)
	}
	if d.Ended.Column = rng.IntN(2); d.Ended.Column == states {
		d.Ended.Lost = [][]string{{"gone"}, {"gone", "moved"}}[rng.IntN(2)]
	}
	switch rng.IntN(4) {
	case 0:
		d.Tiers = []Tier{{Share: 0.2, Weight: 5}, {Share: 0.8, Weight: 1}}
	case 1:
		d.Tiers = []Tier{{Share: 0.3}, {Share: 0.3}, {Share: 0.2}}
	}
	return d
}

// study opens a log that can be studied.
func study(t *testing.T, log *analysis.Log) *Study {
	t.Helper()
	s, err := NewStudy(log)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func wantError(t *testing.T, err error, key string) {
	t.Helper()
	var e *analysis.Error
	if !errors.As(err, &e) || e.Message.Key != key {
		t.Errorf("%v, want %s", err, key)
	}
}
