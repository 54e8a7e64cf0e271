package overview

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// stats are the other headline numbers: of revenue where it recurs, of orders where
// there are any.
func (v view) stats() app.UI {
	r := &v.s.Answer.Result
	var list []app.UI
	if r.Recurring {
		list = append(list, v.ratio("nrr", r.Recent.NRR), v.ratio("grr", r.Recent.GRR))
	} else {
		list = append(list, v.repeat(180), v.back(r))
	}
	list = append(list, v.quick(r), v.money("arpu", r.Recent.ARPU))
	if !r.Recurring {
		list = append(list, v.money("aov", r.Recent.AOV))
	}
	return ui.Stats(list...)
}

func (v view) stat(name string, p ui.StatProps) app.UI {
	p.Label = v.T(i18n.Key("overview.stat." + name))
	if p.Value == "" {
		p.Note = v.T("overview.stat.none")
	}
	return screen.ExplainedStat(v.Host, p, func() ui.ExplainProps { return v.explainStat(name) })
}

// ratio is a share of revenue.
func (v view) ratio(name string, share float64) app.UI {
	p := ui.StatProps{Note: v.T("overview.stat.revenue-note", analysis.Count("periods", v.s.Answer.Result.Recent.Periods), analysis.Word("per", v.per()))}
	if !math.IsNaN(share) {
		p.Value, p.Unit = v.Lang.Number(100*share, 1), "%"
	}
	return v.stat(name, p)
}

func (v view) money(name string, amount float64) app.UI {
	p := ui.StatProps{Note: v.T(i18n.Key("overview.stat."+name+".note"), analysis.Word("per", v.per()))}
	if !math.IsNaN(amount) {
		p.Value = v.Money(amount)
	}
	return v.stat(name, p)
}

// quick is the quick ratio of the last period.
func (v view) quick(r *churn.Rates) app.UI {
	last := Last(r)
	if last == nil || math.IsNaN(last.Quick) {
		return v.stat("quick", ui.StatProps{})
	}
	p := ui.StatProps{Value: v.Lang.Number(last.Quick, 2), Note: v.T("overview.stat.quick.note", analysis.Text("period", v.period(last)))}
	if last.Quick < 1 {
		p.Tone = ui.Warn
	}
	return v.stat("quick", p)
}

// repeat is the chance of a second purchase within some days.
func (v view) repeat(days int) app.UI {
	for _, r := range v.s.Answer.Repeat.Within {
		if r.Days == days && !math.IsNaN(r.Value) {
			return v.stat("repeat", ui.StatProps{Value: v.Lang.Number(100*r.Value, 1), Unit: "%", Interval: v.Range(r.Low, r.High, 1),
				Note: v.T("overview.stat.repeat.note", analysis.Percent("raw", r.Raw))})
		}
	}
	return v.stat("repeat", ui.StatProps{})
}

// back is the share of lapsed customers who came back.
func (v view) back(r *churn.Rates) app.UI {
	b := r.Recent.Reactivation
	if b.N == 0 {
		return v.stat("back", ui.StatProps{})
	}
	return v.stat("back", ui.StatProps{Value: v.Lang.Number(100*b.Value, 1), Unit: "%", Interval: v.Range(b.Low, b.High, 1),
		Note: v.T("overview.stat.back.note", analysis.Word("per", v.per()))})
}

// explainStat says how one of them comes about.
func (v view) explainStat(name string) ui.ExplainProps {
	r := &v.s.Answer.Result
	p := ui.ExplainProps{Lang: v.Lang, Title: v.T(i18n.Key("overview.stat." + name)),
		Text: v.T(i18n.Key("overview.stat." + name + ".explain")), Formula: v.T(i18n.Key("overview.stat." + name + ".formula"))}
	switch name {
	case "repeat":
		p.Inputs = v.repeatInputs()
		p.Source = v.T("overview.stat.repeat.source")
	case "quick":
		p.Exclusions = []string{v.T("overview.stat.quick.infinite")}
	default:
		if r.Recent.Periods > 0 {
			p.Inputs = []string{v.T("overview.stat.inputs", analysis.Count("periods", r.Recent.Periods), analysis.On("from", r.Recent.From), analysis.On("to", r.Recent.To-1))}
		}
	}
	return p
}

// repeatInputs are the repeat rates within each number of days.
func (v view) repeatInputs() (list []string) {
	for _, r := range v.s.Answer.Repeat.Within {
		if !math.IsNaN(r.Value) {
			list = append(list, v.T("overview.stat.repeat.within", analysis.Count("days", r.Days), analysis.Percent("value", r.Value),
				analysis.Text("interval", v.Range(r.Low, r.High, 1)), analysis.Percent("raw", r.Raw), analysis.Count("count", r.Count)))
		}
	}
	return list
}
