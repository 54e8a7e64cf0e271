package data

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// format shows what was detected about the file's writing.
func (v view) format(it *Item, p *ingest.Preview) app.UI {
	f := p.Format
	return ui.Card(ui.CardProps{Title: v.T("data.format.title"), Lead: v.T("data.format.lead"), Class: "written"},
		v.only(it),
		ui.Form(
			v.choice(it, "encoding", string(f.Encoding), encodings(), func(w *ingest.Format, value string) { w.Encoding = ingest.Encoding(value) }),
			v.choice(it, "delimiter", string(rune(f.Delimiter)), v.labels("delimiter", delimiterName, ",", ";", "\t", "|", " "),
				func(w *ingest.Format, value string) { w.Delimiter = value[0] }),
			v.choice(it, "quoting", string(f.Quoting), v.labels("quoting", itself, string(ingest.Doubled), string(ingest.Backslash), string(ingest.Unquoted)),
				func(w *ingest.Format, value string) { w.Quoting = ingest.Quoting(value) }),
			v.choice(it, "header", strconv.Itoa(int(f.Header)), v.labels("header", headerName, "1", "2"),
				func(w *ingest.Format, value string) { w.Header = ingest.Header(value[0] - '0') }),
			v.choice(it, "dates", string(f.Dates), v.labels("dates", itself, dateFmts...),
				func(w *ingest.Format, value string) { w.Dates = ingest.DateFmt(value) }),
			v.choice(it, "decimal", string(rune(f.Decimal)), v.labels("decimal", markName, ".", ","),
				func(w *ingest.Format, value string) { w.Decimal = value[0] }),
			v.skip(it, f.Skip),
			v.unit(it, f.Unit),
		),
		v.decoded(p.Decoded),
		v.preamble(p.Preamble),
	)
}

// only is the kind of the only file; several have theirs in the list.
func (v view) only(it *Item) app.UI {
	if len(v.s.Items) != 1 || it.Look.Answer == nil {
		return nil
	}
	return v.kind(it, "kind", false)
}

// choice is one correctable property; changing it looks at the file again. What
// could not be detected says so until the person decides.
func (v view) choice(it *Item, name, value string, options []ui.Option, set func(*ingest.Format, string)) app.UI {
	if !slices.ContainsFunc(options, func(o ui.Option) bool { return o.Value == value }) {
		options = append([]ui.Option{{Value: value, Label: v.T(unknown(it, name)), Disabled: true}}, options...)
	}
	return &ui.Select{ID: "format-" + name, Label: v.T(i18n.Key("data.format." + name)), Options: options, Value: value,
		OnChange: func(_ app.Context, value string) {
			v.correct(it, func(f *ingest.Format) { set(f, value) })
		}}
}

// unknown says why a property has no value: it is asked, or not recognised.
func unknown(it *Item, property string) i18n.Key {
	for _, u := range it.Open() {
		if string(u.Property) == property {
			return "data.format.asked"
		}
	}
	return "data.format.unknown"
}

// unit is what tenures are counted in, where a column holds them.
func (v view) unit(it *Item, now analysis.Unit) app.UI {
	if v.s.MappingOf(it).Column(ingest.Tenure) < 0 {
		return nil
	}
	units := make([]string, len(ingest.Units))
	for i, u := range ingest.Units {
		units[i] = string(u)
	}
	return v.choice(it, "unit", string(now), v.labels("unit", itself, units...), func(w *ingest.Format, value string) { w.Unit = analysis.Unit(value) })
}

// skip is the number of lines before the table.
func (v view) skip(it *Item, skip ingest.Skip) app.UI {
	return &ui.Field{ID: "format-skip", Kind: ui.NumberField, Label: v.T("data.format.skip"), Min: "0", Max: "999", Step: "1",
		Value: strconv.Itoa(skip.Lines()), Unit: v.T("data.format.lines"),
		OnChange: func(_ app.Context, text string) {
			if skip, ok := skipOf(text); ok {
				v.correct(it, func(f *ingest.Format) { f.Skip = skip })
			}
		}}
}

// skipOf reads a number of lines; none at all is a decision, too.
func skipOf(text string) (ingest.Skip, bool) {
	n, err := strconv.Atoi(cmp.Or(text, "0"))
	switch {
	case err != nil || n < 0 || n > 999:
		return 0, false
	case n == 0:
		return ingest.NoSkip, true
	}
	return ingest.Skip(n), true
}

// decoded shows what the encoding makes of a line that is more than ASCII.
func (v view) decoded(d *ingest.Decoded) app.UI {
	if d == nil {
		return nil
	}
	return app.Div().Class("decoded").Body(
		app.P().Class("field-label").Text(v.T("data.decoded", analysis.Count("line", d.Line))),
		app.Dl().Body(
			app.Dt().Text(v.T("data.decoded.raw")), app.Dd().Body(app.Code().Class("raw").Text(d.Raw)),
			app.Dt().Text(v.T("data.decoded.text")), app.Dd().Body(app.Code().Text(d.Text)),
		),
		app.If(d.Bad > 0, func() app.UI {
			return app.P().Class("field-error").Text(v.T("data.decoded.bad", analysis.Count("n", d.Bad)))
		}),
	)
}

// preamble shows the lines before the table, so that nobody loses a row there.
func (v view) preamble(lines []string) app.UI {
	if len(lines) == 0 {
		return nil
	}
	return app.Div().Class("preamble").Body(
		app.P().Class("field-label").Text(v.T("data.preamble", analysis.Count("n", len(lines)))),
		app.Ol().Body(app.Range(lines).Slice(func(i int) app.UI {
			return app.Li().Body(app.Code().Text(cmp.Or(lines[i], " ")))
		})))
}

// labels gives values their words from the catalogue, by the name of each.
func (v view) labels(property string, name func(string) string, values ...string) []ui.Option {
	options := make([]ui.Option, len(values))
	for i, value := range values {
		options[i] = ui.Option{Value: value, Label: v.T(i18n.Key("data." + property + "." + name(value)))}
	}
	return options
}

// dateFmts are the ways of writing dates in the order in which they are offered.
var dateFmts = []string{string(ingest.DateYMD), string(ingest.DateDMY), string(ingest.DateMDY), string(ingest.DateCompact),
	string(ingest.DateMonth), string(ingest.DateSerial), string(ingest.DateEpoch), string(ingest.DateEpochMilli)}

func encodings() []ui.Option {
	options := make([]ui.Option, len(ingest.Encodings))
	for i, e := range ingest.Encodings {
		options[i] = ui.Option{Value: string(e), Label: encodingName(e)}
	}
	return options
}

// encodingName is how people know an encoding; no language translates it.
func encodingName(e ingest.Encoding) string {
	switch e {
	case ingest.UTF16LE:
		return "UTF-16 LE"
	case ingest.UTF16BE:
		return "UTF-16 BE"
	case ingest.GB18030:
		return "GB18030 / GBK"
	case ingest.Big5:
		return "Big5"
	case ingest.ShiftJIS:
		return "Shift JIS"
	case ingest.Windows1252:
		return "Windows-1252 / Latin-1"
	}
	return string(e)
}

func itself(value string) string { return value }

// The key of a mark is its name, since a tab or a comma cannot stand in a key.
func delimiterName[T ~string | ~byte](d T) string {
	names := map[string]string{",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", " ": "blank"}
	return cmp.Or(names[string(d)], "other")
}

func markName(mark string) string {
	if mark == "," {
		return "comma"
	}
	return "point"
}

func headerName(header string) string {
	if header == "1" {
		return "yes"
	}
	return "no"
}
