package segments

import (
	"math"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/segment"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// AskKeys asks which customers matter most.
func AskKeys(h *screen.Host, s *State) {
	screen.Ask(h, &s.Keys.Request, s.Keys.ask(h.Layout()), h.Engine.KeyCustomers, nil)
}

// keys is the tab of key customers.
func (v view) keys() app.UI {
	s := &v.s.Keys
	retry := func() { AskKeys(v.Host, v.s) }
	if s.Answer == nil {
		return screen.Waiting(v.Host, s.Progress, s.Err, retry)
	}
	a := s.Answer
	return ui.Stack(
		screen.Failed(v.Host, s.Err, retry),
		ui.Columns(ui.Stack(v.keyWeights(a), screen.Figure(v.Host, &a.Ranges, s.Busy, v.openKey)), ui.Explain(v.explainKeys(a))),
		v.keyTable(a),
	)
}

// keysFinding says how many of the list are sure, and what the rest hangs on.
func (v view) keysFinding() string {
	a := v.s.Keys.Answer
	if a == nil {
		return ""
	}
	c, stay, ok := leaning(a)
	if !ok {
		return v.T("keycustomers.finding.one", analysis.Count("listed", len(a.Rows)))
	}
	listed := analysis.Count("listed", len(a.Rows))
	return v.Sentences(
		v.T("keycustomers.finding", analysis.Count("steady", a.Ranking.Steady), listed, analysis.Count("top", a.Ranking.Top)),
		v.T("keycustomers.finding.leans", analysis.Text("criterion", v.criterion(c)), analysis.Count("stay", stay), listed))
}

// criterion names a criterion.
func (v view) criterion(c engine.CriterionReport) string {
	if c.Key == engine.KeyColumn {
		return c.Name
	}
	return v.T(i18n.Key("keycustomers.by." + string(c.Key)))
}

// keyWeights has a slider a criterion.
func (v view) keyWeights(a *engine.KeyCustomers) app.UI {
	s := &v.s.Keys
	var sliders []app.UI
	for j, c := range a.Criteria {
		sliders = append(sliders, &ui.Slider{ID: "weight-" + strconv.Itoa(j), Label: v.criterion(c), Max: 100, Step: 5,
			Value: s.weight(c), Text: v.Lang.Percent(s.share(c), 0),
			OnInput: func(_ app.Context, weight float64) {
				s.set(c.Criterion, weight)
				AskKeys(v.Host, v.s)
			}})
	}
	return ui.Card(ui.CardProps{ID: "weights", Title: v.T("keycustomers.weights"), Lead: v.T("keycustomers.weights.lead")}, ui.Form(sliders...))
}

// keyTops are the lengths of the list that are offered.
var keyTops = []int{10, 20, 50, 100}

// keyList is the table of the customers.
func (v view) keyList(a *engine.KeyCustomers) ui.PlainTableProps {
	columns := []ui.Column{{Title: v.T("keycustomers.rank"), Numeric: true}, {Title: v.T("customers.id")},
		{Title: v.T("keycustomers.score"), Hint: v.T("keycustomers.score.hint"), Numeric: true},
		{Title: v.T("keycustomers.range"), Hint: v.T("keycustomers.range.hint"), Numeric: true},
		{Title: v.T("keycustomers.intop", analysis.Count("top", a.Ranking.Top)), Numeric: true},
		{Title: v.T("customers.segment")}}
	for _, c := range a.Criteria {
		if c.Weight > 0 {
			columns = append(columns, ui.Column{Title: v.criterion(c), Numeric: true})
		}
	}
	columns = append(columns, ui.Column{Title: v.T("keycustomers.needs"), Hint: v.T("keycustomers.needs.hint")})
	rows := make([][]app.UI, len(a.Rows))
	for i := range a.Rows {
		rows[i] = v.keyRow(a, i)
	}
	return ui.PlainTableProps{Label: v.T("keycustomers.title"), Columns: columns, Rows: rows}
}

func (v view) keyTable(a *engine.KeyCustomers) app.UI {
	tops := make([]ui.Option, len(keyTops))
	for i, n := range keyTops {
		tops[i] = ui.Option{Value: strconv.Itoa(n), Label: v.Lang.Int(n)}
	}
	return ui.Card(ui.CardProps{ID: "keys", Class: screen.Refreshing(v.s.Keys.Busy), Title: v.T("keycustomers.title"), Lead: v.T("keycustomers.lead"),
		Foot: v.keyFoot(a),
		Tools: []app.UI{
			ui.Segmented(ui.SegmentedProps{ID: "keys-top", Label: v.T("keycustomers.top"), Small: true, Value: strconv.Itoa(a.Ranking.Top), Options: tops,
				OnChange: func(_ app.Context, chosen string) {
					v.s.Keys.Top, _ = strconv.Atoi(chosen)
					AskKeys(v.Host, v.s)
				}}),
			screen.SaveTable(v.Host, engine.KeyTable),
		}},
		ui.PlainTable(v.keyList(a)))
}

func (v view) keyFoot(a *engine.KeyCustomers) string {
	if a.Ranking.Unknown == 0 {
		return v.T("keycustomers.foot")
	}
	return v.Sentences(v.T("keycustomers.foot"), v.T("keycustomers.unknown", analysis.Count("customers", a.Ranking.Unknown)))
}

func (v view) keyRow(a *engine.KeyCustomers, i int) []app.UI {
	k, row := a.Ranking.List[i], a.Rows[i]
	name := link("key-"+strconv.Itoa(i), v.Customer(row.ID), func() { v.OpenCustomer(row.ID) })
	cells := []app.UI{app.Text(v.Lang.Int(k.Rank)), name, app.Text(v.Lang.Number(100*k.Score, 1)), app.Text(v.keyRange(k)),
		app.Text(v.percent(k.InTop)), app.Text(v.name(row.Segment))}
	for j, c := range a.Criteria {
		if c.Weight > 0 {
			cells = append(cells, app.Text(v.keyValue(c, row.Values[j])))
		}
	}
	var needs []string
	for _, j := range k.Needs {
		needs = append(needs, v.criterion(a.Criteria[j]))
	}
	return append(cells, app.Text(strings.Join(needs, v.T("clusters.comma"))))
}

// keyRange is the interval of a rank, "—" where weights cannot move.
func (v view) keyRange(k segment.KeyCustomer) string {
	if math.IsNaN(k.InTop) {
		return "—"
	}
	return v.Lang.Int(k.Low) + "–" + v.Lang.Int(k.High)
}

func (v view) percent(share float64) string {
	if math.IsNaN(share) {
		return "—"
	}
	return v.Lang.Percent(share, 0)
}

func (v view) keyValue(c engine.CriterionReport, x float64) string {
	switch c.Key {
	case engine.KeyRevenue, engine.KeyMargin, engine.KeyCLV:
		return v.CompactMoney(x)
	case engine.KeyAlive:
		return v.percent(x)
	}
	return v.Lang.Number(x, decimalsFor(x))
}

// openKey opens the card behind a mark of the figure, "rank:3".
func (v view) openKey(mark string) {
	i, err := strconv.Atoi(strings.TrimPrefix(mark, "rank:"))
	if a := v.s.Keys.Answer; err == nil && i < len(a.Rows) {
		v.OpenCustomer(a.Rows[i].ID)
	}
}

func (v view) explainKeys(a *engine.KeyCustomers) ui.ExplainProps {
	r := &a.Ranking
	var inputs, left []string
	for j, c := range a.Criteria {
		if c.Weight == 0 {
			continue
		}
		args := []screen.Arg{analysis.Text("criterion", v.criterion(c)), analysis.Percent("weight", c.Weight), analysis.Count("known", c.Known)}
		if r.Stay[j] < 0 {
			inputs = append(inputs, v.T("keycustomers.explain.input", args...))
		} else {
			inputs = append(inputs, v.T("keycustomers.explain.stay", append(args, analysis.Count("stay", r.Stay[j]), analysis.Count("listed", len(r.List)))...))
		}
	}
	if r.Unknown > 0 {
		left = []string{v.T("keycustomers.unknown", analysis.Count("customers", r.Unknown))}
	}
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("keycustomers.explain"), Formula: v.T("keycustomers.explain.formula"), Inputs: inputs, Exclusions: left,
		Assumptions: []string{v.T("keycustomers.explain.weights"), v.T("keycustomers.explain.draws", analysis.Count("draws", segment.RankDraws), analysis.Count("candidates", r.Candidates)), v.T("keycustomers.explain.values")},
		Source:      v.T("keycustomers.explain.source")}
}
