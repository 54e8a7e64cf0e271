package retention

import (
	"testing"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

func TestProjectionTakesWhatIsTyped(t *testing.T) {
	s := &ProjectionState{}
	for _, c := range []struct {
		field, text string
		want        bool
	}{
		{KnownField, "12", true}, {KnownField, "0", false}, {KnownField, "2.5", false}, {HorizonField, "601", false}, {HorizonField, " 36 ", true},
		{DiscountField, "12.5", true}, {DiscountField, "-1", false}, {MarginField, "101", false}, {MarginField, "40", true}, {MarginField, "much", false},
	} {
		if got := s.Set(c.field, c.text); got != c.want {
			t.Errorf("%s %q: %v, want %v", c.field, c.text, got, c.want)
		}
	}
	want := clv.ProjectionOptions{Calibration: 12, Horizon: 36, Discount: .125, Margin: .4}
	if got := s.Ask(figure.Layout{}).Options; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if s.Typed.Text(MarginField, "40") != "much" {
		t.Error("what was refused is not shown")
	}
	if s.Renew(); s.Ask(figure.Layout{}).Options != (clv.ProjectionOptions{}) {
		t.Error("another dataset keeps the options")
	}
}
