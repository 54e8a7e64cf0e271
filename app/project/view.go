package project

import (
	"math"
	"reflect"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Props are what the screen needs of the workbench.
type Props struct {
	Questions engine.Questions // as the screens stand
	Unsaved   bool
	Save      func()
	Close     func()
	Show      func(screen.Topic)
	Touched   func() // name or notes are others now
	Kept      app.UI // the card about remembering it on this device
}

// Fields by id.
const (
	NameField  = "project-name"
	NotesField = "project-notes"
)

// View draws the screen.
func View(h *screen.Host, s *State, p Props) app.UI {
	v := view{h, s, p}
	if h.Dataset == nil && s.Opened == nil {
		return ui.Page(screen.NoData(h, "screen.project"))
	}
	s.News = false
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.project"), Finding: v.finding(), Controls: v.controls()}),
		v.expected(),
		ui.Warnings(h.Lang, s.Doubts),
		v.changes(),
		ui.Halves(v.words(), ui.Stack(v.saving(), p.Kept)),
		v.holds(),
		v.receipts(),
	)
}

type view struct {
	*screen.Host
	s *State
	p Props
}

func (v view) finding() string {
	if v.Dataset == nil {
		return v.T("project.finding.waits", analysis.Text("name", Title(v.Host, v.s)))
	}
	key := i18n.Key("project.finding.saved")
	switch {
	case v.s.Opened == nil:
		key = "project.finding.new"
	case v.p.Unsaved:
		key = "project.finding.unsaved"
	}
	return v.T(key, analysis.Text("data", v.Dataset.Name), analysis.Count("questions", len(v.asked())))
}

// Title is what the project is called.
func Title(h *screen.Host, s *State) string {
	if s.Name == "" {
		return h.T("project.unnamed")
	}
	return s.Name
}

func (v view) controls() (list []app.UI) {
	if v.s.Opened != nil {
		list = append(list, ui.Button(ui.ButtonProps{ID: "project-close", Label: v.T("project.close"), Icon: ui.IconClose, OnClick: func(app.Context) { v.p.Close() }}))
	}
	if v.Dataset != nil {
		list = append(list, ui.Button(ui.ButtonProps{ID: "project-save", Label: v.T("project.save"), Icon: ui.IconSave, Kind: ui.Primary,
			Busy: v.s.Saving.Busy, OnClick: func(app.Context) { v.p.Save() }}))
	}
	return list
}

// expected says which data an open project waits for.
func (v view) expected() app.UI {
	if !v.s.Waits {
		return nil
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Title: v.T("project.waits", analysis.Text("name", Title(v.Host, v.s))), Text: Expected(v.Host, v.s.Opened),
		Actions: []app.UI{ui.LinkButton(ui.LinkProps{Label: v.T("screen.no-data.go"), Href: "#/data", Kind: ui.Primary})}})
}

// Expected names the files that a project was made with.
func Expected(h *screen.Host, p *engine.Project) string {
	names := ""
	for i, f := range p.Files {
		if i > 0 {
			names += h.T("data.and")
		}
		names += h.T("project.file", analysis.Text("name", f.Name), analysis.Size("size", f.Size))
	}
	if names == "" {
		return ""
	}
	return h.T("project.expects", analysis.Text("files", names))
}

// words are the project's name and notes.
func (v view) words() app.UI {
	return ui.Card(ui.CardProps{Title: v.T("project.words")},
		&ui.Field{ID: NameField, Label: v.T("project.name"), Value: v.s.Name, Placeholder: v.T("project.unnamed"),
			OnChange: func(_ app.Context, name string) { v.s.Name = name; v.p.Touched() }},
		&ui.TextArea{ID: NotesField, Label: v.T("project.notes"), Hint: v.T("project.notes.hint"), Rows: 7, Value: v.s.Notes,
			OnChange: func(_ app.Context, text string) { v.s.Notes = text; v.p.Touched() }},
	)
}

// saving says what goes into the file.
func (v view) saving() app.UI {
	if v.Dataset == nil {
		return nil
	}
	sample := v.Dataset.Truth != nil
	return ui.Card(ui.CardProps{ID: "project-saving", Title: v.T("project.saving"), Lead: v.T("project.saving.lead"), Foot: v.T("project.saving.foot")},
		&ui.Checkbox{ID: "project-receipts", Label: v.T("project.receipts.put"), Hint: v.T("project.receipts.hint"), Checked: !v.s.NoReceipts,
			OnChange: func(_ app.Context, on bool) { v.s.NoReceipts = !on }},
		app.If(!sample, func() app.UI {
			return &ui.Checkbox{ID: "project-data", Label: v.T("project.data.put"), Hint: v.T("project.data.hint"), Checked: v.s.Data,
				OnChange: func(_ app.Context, on bool) { v.s.Data = on }}
		}),
		app.If(v.s.Data && !sample, func() app.UI {
			return ui.Notice(ui.NoticeProps{Lang: v.Lang, Level: ui.CautionLevel, Title: v.T("project.data.warning"),
				Text: v.T("project.data.warning.text", analysis.Size("size", v.Dataset.Size))})
		}),
		v.underWay(),
		ui.Failure(v.Lang, asError(v.s.Saving.Err)),
	)
}

// asError keeps a nil pointer from becoming an error that is not nil.
func asError(e *analysis.Error) error {
	if e == nil {
		return nil
	}
	return e
}

// underWay says how far saving has come, or putting the questions again.
func (v view) underWay() app.UI {
	r := &v.s.Saving
	if !r.Busy {
		return nil
	}
	return progress(v.Host, r.Progress)
}

func progress(h *screen.Host, p engine.Progress) app.UI {
	stage := i18n.Key(p.Stage)
	if stage == "" {
		stage = "progress.receipts"
	}
	return ui.Progress(ui.ProgressProps{Lang: h.Lang, Label: h.T(stage), Done: p.Bytes, Of: p.OfBytes, Step: p.Step, OfSteps: p.OfSteps,
		OnCancel: func(app.Context) { h.Cancel() }})
}

// asked are the topics of what the project asks.
func (v view) asked() (list []screen.Topic) {
	q := reflect.ValueOf(&v.p.Questions).Elem()
	for _, t := range screen.Topics {
		if !q.FieldByName(t.Question).IsNil() {
			list = append(list, t)
		}
	}
	return list
}

// holds lists the files and the questions.
func (v view) holds() app.UI {
	if v.Dataset == nil {
		return nil
	}
	var rows [][]app.UI
	for _, f := range v.Dataset.Files {
		rows = append(rows, append(ui.Cells(f.Name, v.Lang.Bytes(f.Size), v.Lang.Int(f.Ledger.Read)), v.digest(v.s.Known(f.Name, f.Size))))
	}
	var links []app.UI
	for _, t := range v.asked() {
		links = append(links, ui.Button(ui.ButtonProps{ID: "asked-" + t.Question, Label: t.Name(v.Host), Small: true, OnClick: func(app.Context) { v.p.Show(t) }}))
	}
	body := []app.UI{app.H3().Text(v.T("project.questions")), app.P().Class("quiet-text").Text(v.inForce()), ui.Row(links...)}
	if v.Dataset.Truth == nil {
		body = append([]app.UI{ui.PlainTable(ui.PlainTableProps{Label: v.T("project.files"), Rows: rows, Compact: true, Columns: []ui.Column{{Title: v.T("project.files")},
			{Title: v.T("project.size"), Numeric: true}, {Title: v.T("project.rows"), Numeric: true}, {Title: v.T("project.hash"), Hint: v.T("project.hash.hint")}}})}, body...)
	}
	return ui.Card(ui.CardProps{ID: "project-holds", Title: v.T("project.holds"), Lead: v.T("project.holds.lead")}, body...)
}

// inForce says what the questions stand on.
func (v view) inForce() string {
	if v.p.Questions.Definition == nil {
		return ""
	}
	return v.T("loss.in-force", analysis.Text("by", v.Loss(v.p.Questions.Definition.Definition)))
}

// digest shows the beginning of one; all of it is its tooltip.
func (v view) digest(d string) app.UI {
	if d == "" {
		return app.Text("–")
	}
	return app.Code().Title(d).Text(short(d))
}

// changes sets then beside now.
func (v view) changes() app.UI {
	r := &v.s.Replay
	switch {
	case r.Busy:
		return ui.Card(ui.CardProps{Title: v.T("project.changes"), Lead: v.T("project.changes.busy")}, progress(v.Host, r.Progress))
	case r.Err != nil:
		return screen.Failed(v.Host, r.Err, v.p.Save)
	case v.s.Then == nil || v.s.Now == nil:
		return nil
	}
	c := Compare(v.s.Then, v.s.Now)
	return ui.Card(ui.CardProps{ID: "project-changes", Title: v.T("project.changes"), Lead: v.T("project.changes.lead", analysis.Text("saved", day(v.Host, v.s.Then.Saved))), Foot: v.T("project.changes.foot")},
		v.verdict(c), v.fileChanges(c), v.rows(c))
}

// day is the day of an RFC 3339 time; what is none stays as it is.
func day(h *screen.Host, saved string) string {
	d, err := analysis.ParseDay(saved[:min(len(saved), len("2006-01-02"))])
	if err != nil {
		return saved
	}
	return h.Lang.Date(d)
}

// verdict says in a badge whether the digits are the same, and in a warning where they
// should be and are not.
func (v view) verdict(c *Comparison) app.UI {
	switch {
	case c.Identical():
		return app.P().ID("project-verdict").Body(ui.Badge(v.T("project.same"), ui.Accent), app.Text(" "), app.Span().Text(v.T("project.same.text", analysis.Count("n", c.Compared))))
	case c.Broken():
		remedy := ""
		if c.Programs {
			remedy = v.T("project.broken.programs", analysis.Text("then", v.s.Then.Program), analysis.Text("now", v.s.Now.Program))
		}
		return ui.Notice(ui.NoticeProps{Lang: v.Lang, Level: ui.SeriousLevel, Title: v.T("project.differs"), Text: v.T("project.differs.text", analysis.Text("questions", v.names(c.Differ))), Remedy: remedy})
	case !c.SameData:
		return app.P().ID("project-verdict").Body(ui.Badge(v.T("project.other"), ui.Neutral), app.Text(" "), app.Span().Text(v.T("project.other.text")))
	}
	return nil
}

func (v view) names(questions []string) (text string) {
	for i, q := range questions {
		if i > 0 {
			text += v.T("data.and")
		}
		text += Topic(v.Host, q)
	}
	return text
}

// Topic names what a receipt is about.
func Topic(h *screen.Host, question string) string {
	if question == engine.DataQuestion {
		return h.T("screen.data")
	}
	return screen.TopicOf(question).Name(h)
}

func (v view) fileChanges(c *Comparison) app.UI {
	if len(c.Files) == 0 {
		return nil
	}
	var rows [][]app.UI
	for _, f := range c.Files {
		badge := ui.Badge(v.T("project.file.other"), ui.Neutral)
		switch {
		case f.Same:
			badge = ui.Badge(v.T("project.file.same"), ui.Accent)
		case f.Now.Name == "":
			badge = ui.Badge(v.T("project.file.gone"), ui.Warn)
		case f.Then.Name == "":
			badge = ui.Badge(v.T("project.file.new"), ui.Neutral)
		}
		rows = append(rows, []app.UI{v.file(f.Then), v.file(f.Now), badge})
	}
	return ui.PlainTable(ui.PlainTableProps{Label: v.T("project.files.changed"), Rows: rows, Compact: true,
		Columns: []ui.Column{{Title: v.T("project.file.then")}, {Title: v.T("project.file.now")}, {Title: v.T("project.file.bytes")}}})
}

func (v view) file(f engine.ProjectFile) app.UI {
	if f.Name == "" {
		return app.Text("–")
	}
	return app.Text(v.T("project.file.rows", analysis.Text("name", f.Name), analysis.Size("size", f.Size), analysis.Count("rows", f.Rows)))
}

func (v view) rows(c *Comparison) app.UI {
	var rows [][]app.UI
	for i := range c.Rows {
		r := &c.Rows[i]
		rows = append(rows, ui.Cells(v.T(i18n.Key(r.Key)), Topic(v.Host, r.Question), v.write(r.Unit, r.Then), v.write(r.Unit, r.Now), v.change(r)))
	}
	table := ui.PlainTable(ui.PlainTableProps{Label: v.T("project.changes"), Rows: rows, Empty: v.T("project.changes.none"), Columns: []ui.Column{
		{Title: v.T("project.headline")}, {Title: v.T("project.question")}, {Title: v.T("project.then"), Numeric: true}, {Title: v.T("project.now"), Numeric: true}, {Title: v.T("project.change"), Numeric: true}}})
	if c.Identical() { // a table of nothing but “unchanged”
		return ui.Disclosure(v.T("project.changes.all"), table)
	}
	return table
}

// write writes a headline's value.
func (v view) write(unit engine.Unit, x float64) string {
	switch {
	case math.IsNaN(x):
		return v.T("project.unknown")
	case unit == engine.ShareUnit:
		return v.Lang.Percent(x, 1)
	case unit == engine.MoneyUnit:
		return v.Lang.MoneyWhole(x, v.Currency())
	case unit == engine.DaysUnit:
		return v.Lang.Days(x)
	}
	return v.Lang.Number(x, 0)
}

// change writes by how much a headline has grown: a share in percentage points, all else
// in its unit and as a part of what it was.
func (v view) change(r *Row) string {
	d := r.Change()
	sign := ""
	if d > 0 {
		sign = "+"
	}
	switch {
	case math.IsNaN(d):
		return "–"
	case d == 0:
		return v.T("project.unchanged")
	case r.Unit == engine.ShareUnit:
		return sign + v.T("project.points", analysis.Text("points", v.Lang.Number(100*d, 1)))
	case math.IsInf(r.Relative(), 0):
		return sign + v.write(r.Unit, d)
	}
	return sign + v.write(r.Unit, d) + " (" + sign + v.Lang.Percent(r.Relative(), 1) + ")"
}

// receipts lists what the file says of each answer.
func (v view) receipts() app.UI {
	now := v.s.Now
	if now == nil {
		return nil
	}
	var rows [][]app.UI
	for i := range now.Receipts {
		r := &now.Receipts[i]
		said := ""
		for j, h := range r.Headlines {
			if j > 0 {
				said += " · "
			}
			said += v.T(i18n.Key(h.Key)) + " " + v.write(h.Unit, h.Value)
		}
		if r.Err != nil {
			said = i18n.Say(v.Lang, r.Err.Message)
		}
		rows = append(rows, []app.UI{app.Text(Topic(v.Host, r.Question)), app.Text(said), v.digest(r.Digest)})
	}
	return ui.Card(ui.CardProps{ID: "project-receipts-list", Title: v.T("project.receipts"), Lead: v.T("project.receipts.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("project.receipts"), Rows: rows, Compact: true,
			Columns: []ui.Column{{Title: v.T("project.question")}, {Title: v.T("project.headlines")}, {Title: v.T("project.digest"), Hint: v.T("project.digest.hint")}}}))
}
