package main

import (
	"io"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// printLook says how a file was understood, as the page shows it before a
// person confirms.
func printLook(w io.Writer, lang locale.Lang, f *readFile) {
	row, p := rows(w, lang), f.preview
	row("cli.file", p.Name+" · "+lang.Bytes(p.Size))
	row("cli.kind", i18n.T(lang, i18n.Key("kind."+string(f.kind))))
	if p.Preset != "" {
		row("cli.preset", i18n.T(lang, i18n.Key("preset."+p.Preset)))
	}
	row("cli.encoding", string(p.Format.Encoding))
	row("cli.delimiter", i18n.T(lang, delimiterKey(p.Format.Delimiter)))
	if n := p.Format.Skip.Lines(); n > 0 {
		row("cli.skip", lang.Int(n))
	}
	row("cli.header", yesText(lang, p.Format.Header == ingest.HeaderYes))
	if f.holds(ingest.DateType) {
		row("cli.dates", datesText(lang, p.Format.Dates))
	}
	if f.holds(ingest.NumberType) {
		row("cli.decimal", decimalText(lang, p.Format.Decimal))
	}
	row("", "")
	for i, role := range f.mapping {
		if role != ingest.Ignore {
			row(i18n.Key("role."+string(role)), columnName(p, i)+sampleText(p, i))
		}
	}
	if unused := unusedColumns(f); unused != "" {
		row("cli.unused", unused)
	}
	row("", "")
}

// columnName is the name that a header gives, or the column's number.
func columnName(p ingest.Preview, i int) string {
	if name := p.Columns[i].Name; name != "" {
		return name
	}
	return "#" + strconv.Itoa(i+1)
}

// maxSample is how many characters of a value are printed.
const maxSample = 30

// sampleText is the first value of a column that is not empty.
func sampleText(p ingest.Preview, column int) string {
	for _, row := range p.Rows {
		if v := strings.TrimSpace(row[column]); v != "" {
			if r := []rune(v); len(r) > maxSample {
				v = string(r[:maxSample]) + "…"
			}
			return "  (" + v + ")"
		}
	}
	return ""
}

func unusedColumns(f *readFile) string {
	var names []string
	for i, role := range f.mapping {
		if role == ingest.Ignore {
			names = append(names, columnName(f.preview, i))
		}
	}
	return strings.Join(names, ", ")
}

func delimiterKey(d byte) i18n.Key {
	switch d {
	case ',':
		return "cli.comma"
	case ';':
		return "cli.semicolon"
	case '\t':
		return "cli.tab"
	case '|':
		return "cli.bar"
	}
	return "cli.blanks"
}

func yesText(lang locale.Lang, yes bool) string {
	if yes {
		return i18n.T(lang, "cli.yes")
	}
	return i18n.T(lang, "cli.no")
}

// datesText says how dates are written; "?" where that is open.
func datesText(lang locale.Lang, f ingest.DateFmt) string {
	if f == ingest.DatesDetect {
		return "?"
	}
	return i18n.T(lang, i18n.Key("ingest.date-"+string(f)))
}

func decimalText(lang locale.Lang, mark byte) string {
	switch mark {
	case '.':
		return i18n.T(lang, "cli.point")
	case ',':
		return i18n.T(lang, "cli.comma")
	}
	return "?"
}

// printDataset says what was read: the ledger balances on paper, too.
func printDataset(w io.Writer, lang locale.Lang, d engine.Dataset) {
	row := rows(w, lang)
	printLedger(row, lang, d)
	row("cli.customers", lang.Int(d.Customers))
	if d.MergedIDs > 0 {
		row("cli.merged-ids", lang.Int(d.MergedIDs))
	}
	if d.First.Valid() {
		row("cli.period", lang.Date(d.First)+" – "+lang.Date(d.End))
	}
	row("", "")
	printContracts(row, lang, d)
	printTenures(row, lang, d)
	for _, f := range d.Files {
		if f.Match != nil {
			printMatch(row, lang, f)
		}
	}
	printWarnings(w, lang, d.Warnings)
}

// printLedger accounts for all rows of orders: read is used and left out.
// Amounts are shown with what they weigh, see ingest.Ledger.Weight.
func printLedger(row func(i18n.Key, string), lang locale.Lang, d engine.Dataset) {
	l := d.Ledger
	out, weight := analysis.Money(0), 0.0
	row("cli.rows-read", lang.Int(l.Read))
	row("cli.rows-used", lang.Int(l.Used))
	for _, x := range []struct {
		key  i18n.Key
		rows int
	}{{"cli.merged", l.Merged}, {"cli.netted", l.Netted}, {"cli.undone", l.Undone}, {"cli.identical", l.Identical}} {
		if x.rows > 0 {
			row(x.key, lang.Int(x.rows))
		}
	}
	row("cli.rows-out", lang.Int(l.Read-l.Used))
	for _, e := range l.Excluded {
		if e.Rows > 0 {
			text := lang.Int(e.Rows)
			if e.Amount != 0 {
				text += " · " + lang.Money(e.Amount.Float(), d.Currency)
			}
			if share, ok := l.Weight(e); ok && e.Amount != 0 {
				text += " (" + lang.Percent(share, 1) + ")"
				out, weight = out+e.Amount, weight+share
			}
			row(i18n.Key("reason."+string(e.Reason)), text)
		}
	}
	row("", "")
	if !d.Has(engine.OnOrders) {
		return
	}
	row("cli.revenue", lang.Money(l.Revenue.Float(), d.Currency))
	if l.Refunded != 0 {
		row("cli.refunded", lang.Money(l.Refunded.Float(), d.Currency))
	}
	if out != 0 {
		row("cli.revenue-out", lang.Money(out.Float(), d.Currency)+" ("+lang.Percent(weight, 1)+")")
	}
}

// printMatch says how a list fits the orders.
func printMatch(row func(i18n.Key, string), lang locale.Lang, f engine.FileReport) {
	m, l := f.Match, f.Ledger
	row("cli.list", f.Name+" · "+i18n.T(lang, i18n.Key("kind."+string(f.Kind))))
	row("cli.rows-read", lang.Int(l.Read))
	row("cli.rows-used", lang.Int(l.Used))
	for _, e := range l.Excluded {
		row(i18n.Key("reason."+string(e.Reason)), lang.Int(e.Rows))
	}
	row("cli.listed", lang.Int(m.Listed))
	row("cli.matched", lang.Int(m.Matched)+" ("+lang.Percent(float64(m.Matched)/float64(max(1, m.Listed)), 1)+")")
	row("cli.covered", lang.Percent(float64(m.Matched)/float64(max(1, m.Buyers)), 1))
	if m.Repeated > 0 {
		row("cli.repeated", lang.Int(m.Repeated))
	}
	if len(m.Unmatched) > 0 {
		row("cli.unmatched", strings.Join(m.Unmatched[:min(len(m.Unmatched), 5)], ", "))
	}
	for _, rule := range []struct {
		word string
		more int
	}{{"case", m.WithCase}, {"zeros", m.WithZeros}, {"width", m.WithWidth}} {
		if rule.more > 0 {
			row("cli.with", lang.Int(rule.more)+"  --ids "+rule.word)
		}
	}
	row("", "")
}

// size writes a number of bytes; "" while it is unknown.
func size(lang locale.Lang, n int64) string {
	if n == 0 {
		return ""
	}
	return lang.Bytes(n)
}
