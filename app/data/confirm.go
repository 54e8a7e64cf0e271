package data

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// previewRows are enough to judge a column by.
const previewRows = 8

// confirmHead offers the next step first: most files need no correction.
func (v view) confirmHead() app.UI {
	return ui.Head(ui.HeadProps{Title: v.T("screen.data"), Finding: v.finding(),
		Controls: append(v.back(), v.another(), v.read())})
}

// read starts reading; nothing is offered that would fail, and the finding says
// what it waits for.
func (v view) read() app.UI {
	hold, _ := v.s.Hold()
	label := i18n.Key("data.read")
	switch {
	case len(v.s.Items) == 1:
	case hold == NoHold:
		label = "data.read.several"
	default:
		label = "data.read.files"
	}
	return ui.Button(ui.ButtonProps{ID: "read", Label: v.T(label, analysis.Count("n", len(v.s.Ready()))), Icon: ui.IconCheck, Kind: ui.Primary,
		Busy: hold == StillLooks, Disabled: hold != NoHold, Why: ui.FindingID, OnClick: func(app.Context) { Confirmed(v.Host, v.s) }})
}

// confirm shows how the file in sight was understood, with everything
// correctable; above it the others, below it the rules for all.
func (v view) confirm() app.UI {
	it := v.s.Current()
	return ui.Stack(
		ui.Failure(v.Lang, asError(v.s.Load.Err)),
		v.recipe(),
		v.files(),
		v.detail(it),
	)
}

// addition takes further files where there is no list of them yet.
func (v view) addition() app.UI {
	if len(v.s.Items) > 1 {
		return nil
	}
	return v.drop("data.files.add", "data.files.more", true)
}

// detail shows one file.
func (v view) detail(it *Item) app.UI {
	p := it.Look.Answer
	if p == nil {
		return v.undetailed(it)
	}
	return app.Section().ID("detail-"+strconv.Itoa(it.ID)).Class("stack detail").Aria("label", it.Name).Body(
		slot(v.detailTitle(it)),
		slot(ui.Failure(v.Lang, asError(it.Failure()))),
		slot(v.questions(it)),
		slot(v.statusCard(it)),
		slot(v.missing(it)),
		slot(v.lacking(it)),
		slot(ui.Warnings(v.Lang, doubts(p.Warnings))),
		v.columns(it, p),
		ui.Halves(ui.Stack(v.format(it, p), v.addition()), v.rules()),
	)
}

// slot keeps the blocks behind one that may be missing in their places.
func slot(block app.UI) app.UI { return app.Div().Class("slot").Body(block) }

// undetailed is what there is to see of a file that could not be looked at.
func (v view) undetailed(it *Item) app.UI {
	if it.Failure() == nil {
		return v.looking()
	}
	return ui.Stack(v.detailTitle(it), ui.Failure(v.Lang, asError(it.Failure())), v.byHand(it), v.rules())
}

// detailTitle names the file in sight where there are several.
func (v view) detailTitle(it *Item) app.UI {
	if len(v.s.Items) < 2 {
		return nil
	}
	return app.H2().Class("detail-title").Body(ui.IconFile.Draw(), app.Span().Text(it.Name))
}

// doubts are the warnings of a preview without those that the screen tells as
// things stand now: columns that are missing, and a recipe that does not fit.
func doubts(warnings []analysis.Warning) []analysis.Warning {
	return slices.DeleteFunc(slices.Clone(warnings), func(w analysis.Warning) bool {
		return w.Message.Key == "ingest.role-unproposed" || w.Message.Key == "ingest.recipe-other"
	})
}

// questions asks what the file leaves open. An answered question stays, so that
// the answer can be seen and changed.
func (v view) questions(it *Item) app.UI {
	if len(it.Questions) == 0 {
		return nil
	}
	class := "asks"
	if len(it.Open()) == 0 {
		class = "asked"
	}
	picks := make([]app.UI, len(it.Questions))
	for i, q := range it.Questions {
		picks[i] = v.question(it, q)
	}
	return ui.Card(ui.CardProps{ID: "questions", Title: v.T("data.question.title"), Lead: v.T("data.question.lead"), Class: class}, picks...)
}

func (v view) question(it *Item, q ingest.Undecided) app.UI {
	options := make([]ui.PickOption, len(q.Readings))
	for i, r := range q.Readings {
		options[i] = ui.PickOption{Value: r.Value, Label: i18n.Say(v.Lang, r.Means), Note: v.readingName(q.Property, r.Value)}
	}
	return ui.Pick(ui.PickProps{ID: "question-" + string(q.Property),
		Question: v.T(i18n.Key("data.question."+string(q.Property)), analysis.Text("sample", q.Sample)),
		Options:  options, Value: answer(it.Look.Answer.Format, q.Property),
		OnChange: func(_ app.Context, value string) { Answer(v.Host, v.s, it, q.Property, value) }})
}

// readingName is the way of writing that a reading stands for.
func (v view) readingName(p ingest.Property, value string) string {
	if p == ingest.DecimalProperty {
		return v.T(i18n.Key("data.decimal." + markName(value)))
	}
	if p == ingest.UnitProperty {
		return ""
	}
	return v.T(i18n.Key("data.dates." + value + ".name"))
}

// columns is the preview: each column with its role above and values below.
func (v view) columns(it *Item, p *ingest.Preview) app.UI {
	rows := p.Rows[:min(previewRows, len(p.Rows))]
	return ui.Card(ui.CardProps{Title: v.T("data.columns.title"), Lead: v.columnsLead(it),
		Foot: v.T("data.columns.foot", analysis.Count("shown", len(rows)),
			analysis.Count("rows", p.RowsGuess), analysis.Size("size", p.Size))},
		app.Div().Class("scroll").TabIndex(0).Role("region").Aria("label", v.T("data.columns.title")).Body(
			app.Table().Class("table preview").Body(
				app.THead().Body(app.Tr().Body(app.Range(p.Columns).Slice(func(i int) app.UI {
					return v.columnHead(it, p, i)
				}))),
				app.TBody().Body(app.Range(rows).Slice(func(i int) app.UI {
					return v.previewRow(it, p, rows[i])
				})),
			),
		),
	)
}

func (v view) columnsLead(it *Item) string {
	if leader := v.s.Leader(it); leader != it {
		return v.T("data.columns.shared", analysis.Text("name", leader.Name))
	}
	return v.T("data.columns.lead")
}

func (v view) columnHead(it *Item, p *ingest.Preview, i int) app.UI {
	role := v.role(it, i)
	class := ""
	if role != ingest.Ignore {
		class = "assigned"
	}
	return app.Th().Scope("col").Class(class).Aria("label", v.columnName(p, i)).Body(
		&ui.Select{ID: "role-" + strconv.Itoa(i), Label: v.T("data.role.of", analysis.Text("column", v.columnName(p, i))),
			HideLabel: true, Options: v.roles(), Value: string(role),
			OnChange: func(_ app.Context, value string) { v.s.Assign(it, i, ingest.Role(value)) }},
		app.Span().Class("column-name").Text(v.columnName(p, i)),
		app.If(role != ingest.Ignore, func() app.UI {
			return app.Span().Class("column-use").Text(v.T(i18n.Key("role." + string(role) + ".hint")))
		}),
	)
}

func (v view) role(it *Item, i int) ingest.Role {
	if m := v.s.MappingOf(it); i < len(m) {
		return m[i]
	}
	return ingest.Ignore
}

func (v view) columnName(p *ingest.Preview, i int) string {
	if name := strings.TrimSpace(p.Columns[i].Name); name != "" {
		return name
	}
	return v.T("data.column.number", analysis.Count("n", i+1))
}

// roleGroups are the roles by what they are about.
var roleGroups = []struct {
	key   i18n.Key
	roles []ingest.Role
}{
	{"data.roles.order", []ingest.Role{ingest.Customer, ingest.Date, ingest.Amount, ingest.Quantity, ingest.Price, ingest.Order, ingest.OrderStatus}},
	{"data.roles.product", []ingest.Role{ingest.Product, ingest.Category, ingest.Channel, ingest.Cost, ingest.Margin, ingest.Campaign}},
	{"data.roles.customer", []ingest.Role{ingest.Region, ingest.Acquired, ingest.Manager, ingest.Tier, ingest.SignUp, ingest.Wallet}},
	{"data.roles.contract", []ingest.Role{ingest.End, ingest.Status, ingest.Tenure, ingest.Entry, ingest.Plan, ingest.Recurring, ingest.LeaveReason}},
	{"data.roles.voice", []ingest.Role{ingest.Comment, ingest.NPS, ingest.CSAT, ingest.Survey}},
	{"data.roles.other", []ingest.Role{ingest.Attribute}},
}

func (v view) roles() []ui.Option {
	options := []ui.Option{{Label: v.roleName(ingest.Ignore)}}
	for _, g := range roleGroups {
		for _, r := range g.roles {
			options = append(options, ui.Option{Value: string(r), Label: v.roleName(r), Group: v.T(g.key)})
		}
	}
	return options
}

func (v view) roleName(r ingest.Role) string {
	if r == ingest.Ignore {
		return v.T("role.ignore")
	}
	return v.T(i18n.Key("role." + string(r)))
}

func (v view) previewRow(it *Item, p *ingest.Preview, row []string) app.UI {
	return app.Tr().Body(app.Range(p.Columns).Slice(func(i int) app.UI {
		text, class := "", ""
		if i < len(row) {
			text = row[i]
		}
		switch role := v.role(it, i); {
		case role == ingest.Ignore:
			class = "ignored"
		case role.Holds() == ingest.NumberType:
			class = "num"
		}
		return app.Td().Class(class).Text(text)
	}))
}

// missing says which column is still to be chosen.
func (v view) missing(it *Item) app.UI {
	missing := v.s.Missing(it)
	if len(missing) == 0 {
		return nil
	}
	remedy := i18n.Key("data.missing.remedy")
	if it.Kind != ingest.Orders {
		remedy = "data.missing.remedy.list"
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Level: ui.CautionLevel, Title: v.T("data.missing.title"),
		Text: v.T("data.missing.text", analysis.Text("roles", v.listRoles(missing))), Remedy: v.T(remedy)})
}

func (v view) listRoles(roles []ingest.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = v.roleName(r)
	}
	return strings.Join(names, v.T("data.and"))
}

func (v view) another() app.UI {
	return ui.Button(ui.ButtonProps{ID: "another", Label: v.T("data.another"), OnClick: v.turn(v.s.Start)})
}
