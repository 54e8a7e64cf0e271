package data

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// previewRows are enough to judge a column by.
const previewRows = 8

// confirmHead offers the next step first: most files need no correction.
func (v view) confirmHead() app.UI {
	return ui.Head(ui.HeadProps{Title: v.T("screen.data"), Finding: v.T("data.finding.confirm", analysis.Text("name", v.s.Named)),
		Controls: append(v.back(), v.another(), v.read())})
}

// read starts reading; nothing is offered that would fail.
func (v view) read() app.UI {
	return ui.Button(ui.ButtonProps{ID: "read", Label: v.T("data.read"), Icon: ui.IconCheck, Kind: ui.Primary, Busy: v.s.Preview.Busy,
		Disabled: len(v.s.Missing()) > 0, OnClick: func(app.Context) { v.load() }})
}

// confirm shows how the file was understood, with everything correctable.
func (v view) confirm() app.UI {
	p := v.s.Preview.Answer
	return ui.Stack(
		ui.Failure(v.Lang, asError(v.s.Load.Err)),
		ui.Failure(v.Lang, asError(v.s.Preview.Err)),
		v.missing(),
		ui.Warnings(v.Lang, doubts(p.Warnings)),
		v.columns(p),
		ui.Halves(v.format(p.Format), v.rules()),
	)
}

// doubts are the warnings of a preview without those about columns that were
// not found: what is missing is said as it stands now, see missing.
func doubts(warnings []analysis.Warning) []analysis.Warning {
	return slices.DeleteFunc(slices.Clone(warnings), func(w analysis.Warning) bool {
		return w.Message.Key == "ingest.role-unproposed"
	})
}

// columns is the preview: each column with its role above and values below.
func (v view) columns(p *ingest.Preview) app.UI {
	return ui.Card(ui.CardProps{Title: v.T("data.columns.title"), Lead: v.T("data.columns.lead"),
		Foot: v.T("data.columns.foot", analysis.Count("shown", min(previewRows, len(p.Rows))),
			analysis.Count("rows", p.RowsGuess), analysis.Size("size", p.Size))},
		app.Div().Class("scroll").TabIndex(0).Role("region").Aria("label", v.T("data.columns.title")).Body(
			app.Table().Class("table preview").Body(
				app.THead().Body(app.Tr().Body(app.Range(p.Columns).Slice(func(i int) app.UI {
					return v.columnHead(p, i)
				}))),
				app.TBody().Body(app.Range(p.Rows[:min(previewRows, len(p.Rows))]).Slice(func(i int) app.UI {
					return v.previewRow(p, p.Rows[i])
				})),
			),
		),
	)
}

func (v view) columnHead(p *ingest.Preview, i int) app.UI {
	role := v.role(i)
	class := ""
	if role != ingest.Ignore {
		class = "assigned"
	}
	return app.Th().Scope("col").Class(class).Aria("label", v.columnName(p, i)).Body(
		&ui.Select{ID: "role-" + strconv.Itoa(i), Label: v.T("data.role.of", analysis.Text("column", v.columnName(p, i))),
			HideLabel: true, Options: v.roles(), Value: string(role),
			OnChange: func(_ app.Context, value string) { v.s.Assign(i, ingest.Role(value)) }},
		app.Span().Class("column-name").Text(v.columnName(p, i)),
	)
}

func (v view) role(i int) ingest.Role {
	if i < len(v.s.Mapping) {
		return v.s.Mapping[i]
	}
	return ingest.Ignore
}

func (v view) columnName(p *ingest.Preview, i int) string {
	if name := strings.TrimSpace(p.Columns[i].Name); name != "" {
		return name
	}
	return v.T("data.column.number", analysis.Count("n", i+1))
}

func (v view) roles() []ui.Option {
	var options []ui.Option
	for _, r := range []ingest.Role{ingest.Ignore, ingest.Customer, ingest.Date, ingest.Amount, ingest.Quantity, ingest.Price, ingest.Order} {
		options = append(options, ui.Option{Value: string(r), Label: v.roleName(r)})
	}
	return options
}

func (v view) roleName(r ingest.Role) string {
	if r == ingest.Ignore {
		return v.T("role.ignore")
	}
	return v.T(i18n.Key("role." + string(r)))
}

func (v view) previewRow(p *ingest.Preview, row []string) app.UI {
	return app.Tr().Body(app.Range(p.Columns).Slice(func(i int) app.UI {
		text, class := "", ""
		if i < len(row) {
			text = row[i]
		}
		switch v.role(i) {
		case ingest.Ignore:
			class = "ignored"
		case ingest.Amount, ingest.Quantity, ingest.Price:
			class = "num"
		}
		return app.Td().Class(class).Text(text)
	}))
}

// format shows what was detected about the file's writing.
func (v view) format(f ingest.Format) app.UI {
	return ui.Card(ui.CardProps{Title: v.T("data.format.title"), Lead: v.T("data.format.lead")},
		ui.Form(
			v.choice("encoding", string(f.Encoding), options("UTF-8", "UTF-8", "UTF-16LE", "UTF-16 LE", "UTF-16BE", "UTF-16 BE", "GB18030", "GB18030 / GBK", "windows-1252", "Windows-1252 / Latin-1"),
				func(w *ingest.Format, value string) { w.Encoding = ingest.Encoding(value) }),
			v.choice("delimiter", string(rune(f.Delimiter)), v.named("delimiter", ",", ";", "\t", "|", " "),
				func(w *ingest.Format, value string) { w.Delimiter = value[0] }),
			v.choice("header", strconv.Itoa(int(f.Header)), v.named("header", "1", "2"),
				func(w *ingest.Format, value string) { w.Header = ingest.Header(value[0] - '0') }),
			v.choice("dates", string(f.Dates), v.named("dates", "ymd", "compact", "dmy", "mdy"),
				func(w *ingest.Format, value string) { w.Dates = ingest.DateFmt(value) }),
			v.choice("decimal", string(rune(f.Decimal)), v.named("decimal", ".", ","),
				func(w *ingest.Format, value string) { w.Decimal = value[0] }),
		))
}

// choice is one correctable property; changing it looks at the file again. What
// could not be detected says so until the person decides.
func (v view) choice(name, value string, options []ui.Option, set func(*ingest.Format, string)) app.UI {
	if !slices.ContainsFunc(options, func(o ui.Option) bool { return o.Value == value }) {
		options = append([]ui.Option{{Value: value, Label: v.T("data.format.unknown"), Disabled: true}}, options...)
	}
	return &ui.Select{ID: "format-" + name, Label: v.T(i18n.Key("data.format." + name)), Options: options, Value: value,
		OnChange: func(_ app.Context, value string) {
			req := v.s.Reread(func(f *ingest.Format) { set(f, value) })
			screen.Ask(v.Host, &v.s.Preview, req, v.Engine.Preview, v.s.Understood)
		}}
}

// options pairs values with labels that no language translates.
func options(pairs ...string) (list []ui.Option) {
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, ui.Option{Value: pairs[i], Label: pairs[i+1]})
	}
	return list
}

// named gives values their words from the catalogue. The key of a delimiter is
// its character's name, since a tab cannot stand in a key.
func (v view) named(property string, values ...string) (list []ui.Option) {
	names := map[string]string{",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", " ": "blank", ".": "point", "1": "yes", "2": "no"}
	for _, value := range values {
		name, ok := names[value]
		if !ok {
			name = value
		}
		list = append(list, ui.Option{Value: value, Label: v.T(i18n.Key("data." + property + "." + name))})
	}
	return list
}

// rules shows which rows will count.
func (v view) rules() app.UI {
	refunds := cmp.Or(v.s.Rules.Refunds, ingest.DefaultRefunds)
	return ui.Card(ui.CardProps{Title: v.T("data.rules.title"), Lead: v.T("data.rules.lead")},
		ui.Stack(&ui.Select{ID: "rule-refunds", Label: v.T("data.rules.refunds"), Hint: v.T(i18n.Key("data.refunds." + string(refunds) + ".hint")),
			Value:    string(refunds),
			Options:  v.named("refunds", string(ingest.KeepZero), string(ingest.ExcludeRefunds), string(ingest.KeepRefunds)),
			OnChange: func(_ app.Context, value string) { v.s.Rules.Refunds = ingest.RefundRule(value) }},
			ui.Form(v.bound("from", &v.s.Rules.From), v.bound("to", &v.s.Rules.To))))
}

// bound is one end of the window of dates that count.
func (v view) bound(name string, day *analysis.Day) app.UI {
	value := ""
	if *day != 0 {
		value = day.String()
	}
	return &ui.Field{ID: "rule-" + name, Kind: ui.DateField, Label: v.T(i18n.Key("data.rules." + name)), Hint: v.T(i18n.Key("data.rules." + name + ".hint")),
		Value: value, OnChange: func(_ app.Context, text string) { SetDay(day, text) }}
}

// missing says which column is still to be chosen.
func (v view) missing() app.UI {
	missing := v.s.Missing()
	if len(missing) == 0 {
		return nil
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Level: ui.CautionLevel, Title: v.T("data.missing.title"),
		Text:   v.T("data.missing.text", analysis.Text("roles", v.listRoles(missing))),
		Remedy: v.T("data.missing.remedy")})
}

func (v view) listRoles(roles []ingest.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = v.roleName(r)
	}
	return strings.Join(names, v.T("data.and"))
}

func (v view) another() app.UI {
	return ui.Button(ui.ButtonProps{ID: "another", Label: v.T("data.another"), OnClick: v.turn(v.s.Leave)})
}
