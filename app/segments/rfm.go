package segments

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// scores is the tab of scores and named segments.
func (v view) scores() app.UI {
	a := v.s.Answer
	r := &a.Result
	drawn := func(f *figure.Figure) app.UI { return screen.Figure(v.Host, f, v.s.Busy, v.openMark) }
	return ui.Stack(
		v.controls(r),
		ui.Warnings(v.Lang, r.Warnings),
		screen.InForce(v.Host, v.s.Question.Definition),
		ui.Columns(ui.Stack(v.showing(), drawn(&a.Grid)), ui.Explain(v.explain(r))),
		v.table(r),
		v.coverage(r),
		v.editor(r),
		ui.Halves(drawn(&a.Tree), drawn(&a.Bars)),
		v.cuts(r),
		v.ties(r),
	)
}

// openMark follows a mark's key, "segment:champions" or "scores:R5 F4".
func (v view) openMark(key string) {
	by, group, _ := strings.Cut(key, ":")
	v.openGroup(map[string]engine.SegmentBy{"segment": engine.SegmentRFM, "scores": engine.SegmentScores}[by], group)
}

// openGroup opens the table of the customers of a segment or of a cell of the grid.
func (v view) openGroup(by engine.SegmentBy, key string) {
	if v.OpenGroups != nil && by != "" {
		v.OpenGroups(engine.GroupRef{Segmentation: engine.Segmentation{By: by, Scores: v.s.Question.Options}, Key: key})
	}
}

func (v view) name(segment string) string {
	return screen.SegmentName(v.Host, v.s.Question.Options, segment)
}

// finding names the segment that brings most, and what is about to be lost.
func (v view) finding() string {
	r := &v.s.Answer.Result
	lead := Lead(r)
	if lead == nil {
		return ""
	}
	return v.Sentences(
		v.T("segments.finding.lead", analysis.Text("segment", v.name(lead.Key)),
			analysis.Percent("customers", share(lead.Customers, r.Customers)), analysis.Percent("revenue", part(lead.Revenue, r.Revenue))),
		v.lapsing(r))
}

// lapsing is what a win-back is about.
func (v view) lapsing(r *rfm.Result) string {
	customers, revenue := Lapsing(r)
	if customers == 0 {
		return ""
	}
	return v.T("segments.finding.lapsing", analysis.Count("customers", customers), analysis.Text("revenue", v.CompactMoney(revenue.Float())))
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func part(of, whole analysis.Money) float64 {
	if whole == 0 {
		return 0
	}
	return of.Float() / whole.Float()
}

// controls choose how customers are scored and what the scores are called.
func (v view) controls(r *rfm.Result) app.UI {
	o := &v.s.Options
	fixed := "quantiles"
	if v.s.Fixed {
		fixed = "typed"
	}
	fields := []app.UI{
		v.choice("rules", "segments.rules", "rfm.ruleset.", cmp.Or(string(v.s.RuleSet()), "classic"), []string{"classic", "compact", string(OwnRules)},
			func(w string) { v.s.Choose(rfm.RuleSet(zero(w, "classic"))) }),
		&ui.Select{ID: "bins", Label: v.T("segments.bins"), Value: strconv.Itoa(v.s.bins()), Options: v.binOptions(),
			OnChange: func(_ app.Context, value string) {
				n, _ := strconv.Atoi(value)
				v.change(func() { v.s.SetBins(n) })
			}},
		v.choice("cutting", "segments.cutting", "segments.cutting.", fixed, []string{"quantiles", "typed"},
			func(w string) { v.s.SetFixed(w == "typed", r) }),
		v.choice("ties", "segments.ties", "rfm.ties.", cmp.Or(string(o.Ties), "low"), tieWords,
			func(w string) { o.Ties = rfm.Ties(zero(w, "low")) }),
		v.choice("nested", "segments.nesting", "segments.nesting.", map[bool]string{false: "no", true: "yes"}[o.Nested], []string{"no", "yes"},
			func(w string) { o.Nested = w == "yes" }),
		v.choice("frequency", "segments.frequency.counts", "rfm.frequency.", cmp.Or(string(o.Frequency), "days"), []string{"days", string(rfm.Orders)},
			func(w string) { o.Frequency = rfm.Frequency(zero(w, "days")) }),
		v.choice("spend", "segments.spend", "rfm.spend.", cmp.Or(string(o.Spend), "total"), []string{"total", string(rfm.AverageSpend)},
			func(w string) { o.Spend = rfm.Spend(zero(w, "total")) }),
	}
	if v.s.Fixed {
		for m := range 3 {
			fields = append(fields, v.cutsField(r, m))
		}
	}
	return ui.Card(ui.CardProps{}, ui.Form(fields...))
}

// tieWords name the tie rules in keys, where the default has a name, too.
var tieWords = []string{"low", "high", "quantile", "rank", "ntile"}

// zero is a choice's value by its name in keys.
func zero(word, name string) string {
	if word == name {
		return ""
	}
	return word
}

// choice is a list of words, each with its message.
func (v view) choice(id string, label, keys i18n.Key, value string, words []string, set func(word string)) app.UI {
	options := make([]ui.Option, len(words))
	for i, w := range words {
		options[i] = ui.Option{Value: w, Label: v.T(keys + i18n.Key(w))}
	}
	return &ui.Select{ID: id, Label: v.T(label), Value: value, Options: options,
		OnChange: func(_ app.Context, word string) { v.change(func() { set(word) }) }}
}

func (v view) binOptions() (list []ui.Option) {
	for n := rfm.MinBins; n <= rfm.MaxBins; n++ {
		list = append(list, ui.Option{Value: strconv.Itoa(n), Label: v.Lang.Int(n)})
	}
	return list
}

// cutsField takes the cut-offs of a measure. Left empty it is cut by quantiles, which
// it shows as what one might type.
func (v view) cutsField(r *rfm.Result, m int) app.UI {
	id := CutsField(m)
	hint := i18n.Key("segments.cuts.hint")
	if m == 0 {
		hint = "segments.cuts.hint.r"
	}
	return &ui.Field{ID: id, Label: v.T(i18n.Key("segments.cuts.field." + string("rfm"[m]))), Hint: v.T(hint, analysis.Count("n", v.s.bins()-1)),
		Value: v.s.Typed.Text(id, v.s.Options.Typed[m].String()), Error: v.s.Typed.Fault(v.Lang, id), Placeholder: r.Cuts[m].Suggest(m).String(),
		OnChange: func(_ app.Context, text string) {
			if v.s.SetCuts(m, text) {
				Ask(v.Host, v.s)
			}
		}}
}

// showing chooses what the cells of the grid say.
func (v view) showing() app.UI {
	var options []ui.Option
	for _, q := range rfm.Quantities {
		word := cmp.Or(string(q), "count")
		options = append(options, ui.Option{Value: word, Label: v.T(i18n.Key("segments.show." + word))})
	}
	return ui.Segmented(ui.SegmentedProps{ID: "show", Label: v.T("segments.show"), Small: true, Value: cmp.Or(string(v.s.Show), "count"), Options: options,
		OnChange: func(_ app.Context, word string) {
			v.s.Show = rfm.Quantity(zero(word, "count"))
			askScores(v.Host, v.s)
		}})
}

func (v view) change(set func()) {
	set()
	Ask(v.Host, v.s)
}

// name is a choice's name in keys; the zero value of a choice has one, too.
func name(value, zero string) string { return cmp.Or(value, zero) }
