package report

import (
	"testing"

	"churnbench/analysis/report"
	"churnbench/app/i18n"
)

// Each deed is known by what it leaves behind, whichever way it is looked at.
func TestDeed(t *testing.T) {
	var s State
	s.Add(exhibit("a"))
	s.Open = 0
	s.Add(exhibit("b"))
	for _, c := range []struct {
		do   func()
		want i18n.Key
		of   string
	}{
		{func() { s.Add(report.Block{Kind: report.Note, Text: "n"}) }, "report.did.added", "n"},
		{func() { s.Move(3, -1) }, "report.did.moved", "b"},
		{func() { s.Change(2, func(b *report.Block) { b.Text = "m" }) }, "report.did.changed", "m"},
		{func() { s.Drop("a") }, "report.did.removed", "a"},
		{func() { s.Report.Title = "T" }, "report.did.named", ""},
		{func() { s.Report.Paper = report.Letter }, "report.did.named", ""},
		{func() { s.Remove(7) }, "", ""},
		{func() { s.Report.Blocks = append([]report.Block{exhibit("x"), exhibit("y")}, s.Report.Blocks...) }, "report.did.standard", ""},
	} {
		before := s.Report
		c.do()
		got, b := deed(&before, &s.Report)
		name := ""
		if b != nil {
			name = b.Text + b.Exhibit
		}
		if got != c.want || name != c.of {
			t.Errorf("%s of %q, want %s of %q", got, name, c.want, c.of)
		}
	}
}
