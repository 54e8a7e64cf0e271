package main

import (
	"slices"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
)

// An unsure call cannot be answered before the person has said more: its text
// says what is open and each flag that decides it.
type unsure struct{ text string }

func (u unsure) Error() string { return u.text }

// A way is one flag that would decide, and what it would mean.
type way struct{ flag, means string }

// asking writes a question and the ways to answer it, one a line.
func (c *readCall) asking(f *fileCall, question string, ways []way) string {
	var flags, means []string
	for _, w := range ways {
		flag := w.flag
		if len(c.files) > 1 && f != nil {
			flag = f.path + " " + flag
		}
		flags, means = append(flags, "       "+flag), append(means, w.means)
	}
	var b strings.Builder
	b.WriteString(question + "\n")
	printColumns(&b, flags, means)
	return strings.TrimRight(b.String(), "\n")
}

// questions are what the files leave open; "" if nothing.
func (c *readCall) questions(files []readFile) string {
	var list []string
	stands := false
	for i := range files {
		f := &files[i]
		stands = stands || f.kind == ingest.Orders || f.mapping.Book(f.kind) != ingest.NoBook
		for _, u := range f.preview.Undecided {
			if f.isOpen(u) {
				list = append(list, c.askReading(f, u))
			}
		}
		for _, role := range f.kind.Needs() {
			if !f.has(role) {
				list = append(list, c.askColumn(f, role))
			}
		}
		if open := f.unclear(c.rules.over(f.preview.Rules)); len(open) > 0 {
			list = append(list, c.askStatus(f, open))
		}
	}
	if !stands {
		list = append(list, c.askOrders(&files[0]))
	}
	return strings.Join(list, "\n")
}

// isOpen reports whether a question still matters to a column that is read and
// has not been answered.
func (f *readFile) isOpen(u ingest.Undecided) bool {
	switch format := f.preview.Format; u.Property {
	case ingest.UnitProperty:
		return format.Unit == "" && f.mapping.Column(ingest.Tenure) >= 0
	case ingest.DecimalProperty:
		return format.Decimal == 0 && f.holds(ingest.NumberType)
	default:
		return format.Dates == ingest.DatesDetect && f.holds(ingest.DateType)
	}
}

// holds reports whether a column that is read holds values of a type.
func (f *readFile) holds(t ingest.Type) bool {
	return slices.ContainsFunc(f.mapping, func(r ingest.Role) bool { return r != ingest.Ignore && r.Holds() == t })
}

// has reports whether a role that the file needs is given.
func (f *readFile) has(role ingest.Role) bool {
	m := f.mapping
	return m.Column(role) >= 0 || role == ingest.Amount && m.Column(ingest.Quantity) >= 0 && m.Column(ingest.Price) >= 0
}

// askReading spells out the ways to read a value.
func (c *readCall) askReading(f *readFile, u ingest.Undecided) string {
	sample, file := analysis.Text("sample", u.Sample), analysis.Text("file", f.preview.Name)
	question := i18n.T(c.lang, "cli.open-dates", file, sample)
	switch u.Property {
	case ingest.DecimalProperty:
		question = i18n.T(c.lang, "cli.open-decimal", file, sample)
	case ingest.UnitProperty:
		question = i18n.T(c.lang, "cli.open-unit", file, sample)
	}
	var ways []way
	for _, r := range u.Readings {
		word := r.Value
		if u.Property == ingest.DecimalProperty {
			word = map[string]string{".": "point", ",": "comma"}[r.Value]
		}
		ways = append(ways, way{"--" + string(u.Property) + " " + word, "→ " + i18n.Say(c.lang, r.Means)})
	}
	return c.asking(f.fileCall, question, ways)
}

// askColumn asks for the column of a role that the file needs.
func (c *readCall) askColumn(f *readFile, role ingest.Role) string {
	names := make([]string, len(f.preview.Columns))
	for i := range names {
		names[i] = columnName(f.preview, i)
	}
	column := i18n.T(c.lang, "cli.column")
	ways := []way{{"--" + roleFlag(role) + " " + column, strings.Join(names, ", ")}}
	if role == ingest.Amount {
		ways = append(ways, way{"--quantity " + column + " --price " + column, ""})
	}
	question := i18n.T(c.lang, "cli.open-role", analysis.Text("file", f.preview.Name), analysis.Word("role", "ingest.role-"+string(role)))
	return c.asking(f.fileCall, question, ways)
}

// unclear are the statuses of a list of tenures of which nobody has said what
// they mean.
func (f *readFile) unclear(rules ingest.Rules) (values []string) {
	at := f.mapping.Column(ingest.Status)
	if f.mapping.Book(f.kind) != ingest.TenureBook || at >= len(f.preview.Columns) {
		return nil
	}
	column := &f.preview.Columns[at]
	return slices.DeleteFunc(slices.Clone(column.Values), func(v string) bool { return column.Standing(v, rules) != ingest.Unclear })
}

// askStatus asks which statuses mean that a customer has left.
func (c *readCall) askStatus(f *readFile, values []string) string {
	question := i18n.T(c.lang, "cli.open-status", analysis.Text("file", f.preview.Name), analysis.Text("values", strings.Join(values, ", ")))
	list := quoted(strings.Join(values, ","))
	return c.asking(nil, question, []way{{"--left " + list, i18n.T(c.lang, "cli.open-status.left")}, {"--stays " + list, i18n.T(c.lang, "cli.open-status.stays")}})
}

// askOrders says that lists alone cannot be analysed.
func (c *readCall) askOrders(f *readFile) string {
	question := i18n.T(c.lang, "cli.no-orders", analysis.Text("file", f.preview.Name), analysis.Word("kind", "kind."+string(f.kind)))
	return c.asking(f.fileCall, question, []way{{"--kind orders", i18n.T(c.lang, "cli.no-orders.means", analysis.Text("file", f.preview.Name))}})
}

// whichMember asks for a part of an archive or workbook.
func (c *readCall) whichMember(f *fileCall, members []engine.Member) error {
	var ways []way
	for _, m := range members {
		if m.Recipe == nil {
			ways = append(ways, way{"--member " + quoted(m.Member), size(c.lang, m.Size)})
		}
	}
	return unsure{c.asking(f, i18n.T(c.lang, "cli.open-member", analysis.Text("file", f.path)), ways)}
}

// isRecipe says how a recipe is named that was taken for a table.
func (c *readCall) isRecipe(f *fileCall) error {
	return unsure{c.asking(nil, i18n.T(c.lang, "cli.is-recipe", analysis.Text("file", f.path)), []way{{"--recipe " + quoted(f.path), ""}})}
}

// quoted is a word as it is typed in a shell.
func quoted(s string) string {
	if strings.ContainsAny(s, " \t'\"\\$`&;|<>()*?#!~") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}
