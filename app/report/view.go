package report

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/report"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Props are what the workbench knows and the screen needs.
type Props struct {
	Exhibits []screen.Exhibit
	Document *report.Document // what is shown, saved and printed; nil without a dataset
	Print    func()
	Save     func()                     // hands the report over as one HTML file
	Settle   func(before report.Report) // to be called after a change of what is in the report
}

// The ids of fields.
const (
	TitleField  = "report-title"
	SearchField = "report-search"
)

// View draws the screen.
func View(h *screen.Host, s *State, p Props) app.UI {
	if p.Document == nil {
		return ui.Page(screen.NoData(h, "screen.report"))
	}
	v := view{h, s, p}
	return app.Div().Class("report-screen").Body(ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.report"), Finding: v.finding(), Controls: v.controls()}),
		app.Div().Class("report-desk").Body(
			app.Div().Class("report-edit").Body(ui.Stack(v.named(), v.contents(), v.choice())),
			app.Section().Class("report-preview").Aria("label", h.T("report.preview")).TabIndex(0).Body(
				&ui.Gradual{Class: report.Class(p.Document), Pieces: report.Pieces(p.Document)}),
		),
	))
}

type view struct {
	*screen.Host
	s *State
	p Props
}

// change changes what is in the report.
func (v view) change(do func()) {
	before := v.s.Report
	do()
	v.p.Settle(before)
}

// finding says how far the report is.
func (v view) finding() string {
	shown, busy := 0, 0
	for i := range v.p.Document.Parts {
		switch p := &v.p.Document.Parts[i]; {
		case p.Kind != report.Exhibit:
		case p.Busy:
			busy++
		default:
			shown++
		}
	}
	switch {
	case busy > 0:
		return v.T("report.finding.busy", analysis.Count("shown", shown), analysis.Count("busy", busy))
	case shown == 0:
		return v.T("report.finding.empty")
	}
	return v.T("report.finding", analysis.Count("shown", shown))
}

func (v view) controls() []app.UI {
	if len(v.s.Report.Blocks) == 0 {
		return nil
	}
	return []app.UI{
		ui.Button(ui.ButtonProps{ID: "report-present", Label: v.T("presenter.command"), Icon: ui.IconPlay, Disabled: v.Present == nil, OnClick: func(app.Context) { v.Present("") }}),
		ui.Button(ui.ButtonProps{ID: "report-save", Label: v.T("report.save"), Icon: ui.IconSave, OnClick: func(app.Context) { v.p.Save() }}),
		ui.Button(ui.ButtonProps{ID: "report-print", Label: v.T("report.print"), Icon: ui.IconPrint, Kind: ui.Primary, OnClick: func(app.Context) { v.p.Print() }}),
	}
}

// Save hands the report over as one HTML file.
func Save(h *screen.Host, s *State, d *report.Document) {
	h.Saver.SaveBytes(FileName(s.Report.Title, h.T("report.file")), "text/html;charset=utf-8", []byte(report.Write(d)))
}

// named says what the report is called, whom it is for and what it is printed on.
func (v view) named() app.UI {
	r := &v.s.Report
	text := func(id string, label i18n.Key, value string, set func(string)) app.UI {
		return &ui.Field{ID: id, Label: v.T(label), Value: value, OnChange: func(_ app.Context, text string) { v.change(func() { set(text) }) }}
	}
	paper := "paper-" + string(r.Paper)
	return ui.Card(ui.CardProps{}, ui.Form(
		text(TitleField, "report.title", r.Title, func(s string) { r.Title = s }),
		text("report-client", "report.client", r.Client, func(s string) { r.Client = s }),
		text("report-author", "report.author", r.Author, func(s string) { r.Author = s }),
	), ui.Segmented(ui.SegmentedProps{ID: "report-paper", Label: v.T("report.paper"), Small: true, Value: paper,
		Options:  []ui.Option{{Value: "paper-", Label: "A4"}, {Value: "paper-" + string(report.Letter), Label: v.T("report.letter")}},
		OnChange: func(_ app.Context, value string) { v.change(func() { r.Paper = report.Paper(value[len("paper-"):]) }) }}))
}

// contents lists the blocks, with what can be done to each.
func (v view) contents() app.UI {
	blocks := v.s.Report.Blocks
	var body app.UI
	if len(blocks) == 0 {
		body = app.Div().Class("report-empty").Body(
			app.P().Text(v.T("report.empty")),
			ui.Button(ui.ButtonProps{ID: "report-begin", Label: v.T("report.begin"), Icon: ui.IconSparkle, Kind: ui.Primary, OnClick: func(app.Context) {
				v.change(func() { Begin(v.Host, v.s, v.p.Exhibits) })
				v.Focus(TitleField)
			}}))
	} else {
		items := make([]app.UI, len(blocks))
		for i := range blocks {
			items[i] = v.block(i+1, &blocks[i])
		}
		body = app.Ol().Class("report-blocks").Body(items...)
	}
	return ui.Card(ui.CardProps{ID: "report-contents", Title: v.T("report.contents")}, body, ui.Row(
		v.adder("report-heading", "report.add.heading", report.Heading),
		v.adder("report-note", "report.add.note", report.Note),
		v.adder("report-summary", "report.add.summary", report.Summary),
		v.adder("report-break", "report.add.break", report.PageBreak)))
}

// adder adds a block and takes the keyboard to where its words are typed.
func (v view) adder(id string, label i18n.Key, kind report.Kind) app.UI {
	return ui.Button(ui.ButtonProps{ID: id, Label: v.T(label), Icon: ui.IconAdd, Small: true, OnClick: func(app.Context) {
		n := 0
		v.change(func() { n = v.s.Add(report.Block{Kind: kind}) })
		if kind == report.Heading || kind == report.Note {
			v.Focus(field(n))
		}
	}})
}

// field is the id of the field of the block that is being edited.
func field(n int) string { return "report-block-" + strconv.Itoa(n) }

// block is one line of the contents, with its fields while it is being edited.
func (v view) block(n int, b *report.Block) app.UI {
	id := strconv.Itoa(n)
	name := v.name(b)
	of := analysis.Text("block", name)
	deed := func(what string, label i18n.Key, icon ui.Icon, off bool, do func()) app.UI {
		return ui.IconButton(ui.ButtonProps{ID: "report-" + what + "-" + id, Label: v.T(label, of), Icon: icon, Kind: ui.Quiet, Small: true, Disabled: off,
			OnClick: func(app.Context) { do() }})
	}
	return app.Li().Class("report-block "+string(b.Kind)).Body(
		app.Div().Class("report-line").Body(
			app.Button().Type("button").ID("report-edit-"+id).Class("report-name").Aria("expanded", v.s.Open == n).Aria("controls", "report-fields-"+id).
				OnClick(func(app.Context, app.Event) { v.s.Edit(n) }, app.EventScope(n, name, v.Lang)).
				Body(icons[b.Kind].Draw(), app.Span().Text(name)),
			deed("up", "report.up", ui.IconUp, n == 1, func() { v.move(n, -1) }),
			deed("down", "report.down", ui.IconDown, n == len(v.s.Report.Blocks), func() { v.move(n, 1) }),
			deed("remove", "report.remove", ui.IconClose, false, func() {
				v.change(func() { v.s.Remove(n) })
				v.Focus("report-heading")
			}),
		),
		app.Div().ID("report-fields-"+id).Class("slot").Body(app.If(v.s.Open == n, func() app.UI { return v.fields(n, b) })),
	)
}

var icons = map[report.Kind]ui.Icon{report.Heading: ui.IconReport, report.Note: ui.IconExplain, report.Exhibit: ui.IconOverview, report.PageBreak: ui.IconFile, report.Summary: ui.IconSparkle}

// move moves a block and takes the keyboard along.
func (v view) move(n, by int) {
	v.change(func() { v.s.Move(n, by) })
	to := n + by
	key := "report-up-"
	if by > 0 && to < len(v.s.Report.Blocks) || to == 1 {
		key = "report-down-"
	}
	v.Focus(key + strconv.Itoa(to))
}

// name says what a block is: its words, or what it shows.
func (v view) name(b *report.Block) string { return nameOf(v.Host, v.p.Exhibits, b) }

// fields edit a block.
func (v view) fields(n int, b *report.Block) app.UI {
	typed := func(set func(b *report.Block, text string)) func(app.Context, string) {
		return func(_ app.Context, text string) {
			v.change(func() { v.s.Change(n, func(b *report.Block) { set(b, text) }) })
		}
	}
	switch b.Kind {
	case report.Heading:
		return &ui.Field{ID: field(n), Label: v.T("report.kind.heading"), Value: b.Text, OnChange: typed(func(b *report.Block, text string) { b.Text = text })}
	case report.Note:
		return &ui.TextArea{ID: field(n), Label: v.T("report.kind.note"), Hint: v.T("report.note.hint"), Rows: 5, Value: b.Text,
			OnChange: typed(func(b *report.Block, text string) { b.Text = text })}
	case report.Exhibit:
		caption := &ui.Field{ID: field(n), Label: v.T("report.caption"), Value: b.Caption, OnChange: typed(func(b *report.Block, text string) { b.Caption = text })}
		if x := find(v.p.Exhibits, b.Exhibit); x != nil && x.Table != nil {
			return caption
		}
		return ui.Stack(caption, &ui.Checkbox{ID: "report-numbers", Label: v.T("report.numbers"), Checked: b.Table,
			OnChange: func(_ app.Context, on bool) {
				v.change(func() { v.s.Change(n, func(b *report.Block) { b.Table = on }) })
			}})
	}
	return nil
}
