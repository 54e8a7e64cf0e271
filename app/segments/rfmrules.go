package segments

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/rfm"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// editor is the card in which a person arranges the segments: one row each with its
// name and the scores that it accepts, in the order in which they are tried.
func (v view) editor(r *rfm.Result) app.UI {
	if !v.s.Editing {
		return nil
	}
	own := v.s.Options.Own
	if own.N == 0 || own.Bins != v.s.bins() {
		own = rfm.OwnOf(v.s.Options)
	}
	var rows [][]app.UI
	for i, s := range own.Segments() {
		rows = append(rows, v.ruleRow(i, own.N, s))
	}
	add := ui.Button(ui.ButtonProps{ID: "add-segment", Label: v.T("segments.add"), Small: true, Disabled: own.N == rfm.MaxOwn,
		OnClick: func(app.Context) { v.change(func() { v.s.Add(v.T("segments.new", analysis.Count("n", own.N+1))) }) }})
	columns := []ui.Column{{Title: v.T("segments.segment")}}
	for m := range 3 {
		columns = append(columns, ui.Column{Title: string("RFM"[m])})
	}
	return ui.Card(ui.CardProps{ID: "rules-editor", Class: "rules-editor", Title: v.T("segments.editor"),
		Lead: v.T("segments.editor.lead", analysis.Count("bins", v.s.bins())), Tools: []app.UI{add}, Foot: v.T("segments.editor.foot")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("segments.editor"), Rows: rows, Compact: true,
			Columns: append(columns, ui.Column{Title: v.T("segments.order")})}))
}

func (v view) ruleRow(i, n int, s rfm.OwnSegment) []app.UI {
	ours := ""
	if key := i18n.Key("segment." + s.Key); i18n.Has(key) {
		ours = v.T(key)
	}
	name := s.Name
	if name == "" {
		name = ours
	}
	row := []app.UI{&ui.Field{ID: "rule-name-" + strconv.Itoa(i), Label: v.T("segments.name.of", analysis.Text("segment", name)), HideLabel: true, Value: name,
		OnChange: func(_ app.Context, text string) {
			v.change(func() { v.s.Rename(i, strings.TrimSpace(text), ours) })
		}}}
	for m := range 3 {
		row = append(row, v.rangeField(i, m, name, s.Rule))
	}
	return append(row, ui.Row(
		v.ruleButton("up-", i, ui.IconUp, "segments.up", name, i == 0, func() { v.s.Move(i, -1) }),
		v.ruleButton("down-", i, ui.IconDown, "segments.down", name, i == n-1, func() { v.s.Move(i, 1) }),
		v.ruleButton("remove-", i, ui.IconClose, "segments.remove", name, n == 1, func() { v.s.Remove(i) })))
}

// rangeField takes the scores of a measure that a rule accepts.
func (v view) rangeField(i, m int, name string, rule rfm.Rule) app.UI {
	id := RangeField(i, m)
	return &ui.Field{ID: id, Label: v.T("segments.range.of", analysis.Text("measure", string("RFM"[m])), analysis.Text("segment", name)), HideLabel: true,
		Value: v.s.Ranges.Text(id, rfm.Range(rule.Range(m))), Error: v.s.Ranges.Fault(v.Lang, id), Placeholder: v.T("segments.range.all"),
		OnChange: func(_ app.Context, text string) {
			if v.s.SetRange(i, m, text) {
				Ask(v.Host, v.s)
			}
		}}
}

func (v view) ruleButton(id string, i int, icon ui.Icon, label i18n.Key, name string, off bool, do func()) app.UI {
	return ui.IconButton(ui.ButtonProps{ID: id + strconv.Itoa(i), Icon: icon, Kind: ui.Quiet, Small: true, Disabled: off,
		Label: v.T(label, analysis.Text("segment", name)), OnClick: func(app.Context) { v.change(do) }})
}
