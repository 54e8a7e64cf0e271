package ingest

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
)

// These tests set ReadAll against a second implementation that does what the
// rules say in the plainest way: a struct for each row, maps, no columns.

// plainRow is a row as the plain reader has it.
type plainRow struct {
	file, line  int
	text        string
	reason      Reason
	id          string // after Rules.IDs
	day         analysis.Day
	amount      analysis.Money
	hasAmount   bool
	order, sold string            // number and state of the order
	kept        map[string]string // by role and name, "" for missing
	state       string            // "", "merged", "netted", "undone"
	identical   bool
}

type plainFile struct {
	names []string
	roles Mapping
	rows  []string
}

func (f plainFile) text() string {
	return strings.Join(f.names, ",") + "\n" + strings.Join(f.rows, "\n") + "\n"
}

// plainRead reads rows by the rules.
func plainRead(files []plainFile, rules Rules) ([]*plainRow, map[place]analysis.Money) {
	var all []*plainRow
	first := map[string]string{}
	for i, f := range files {
		unsold := "" // the last order that was no sale
		for j, text := range f.rows {
			if strings.Trim(text, ", ") == "" {
				continue
			}
			row := &plainRow{file: i, line: j + 2, text: text, kept: map[string]string{}}
			row.judge(f, rules, &unsold)
			if row.reason == "" {
				form := string(Normalize(nil, []byte(row.id), rules.IDs))
				if first[form] == "" {
					first[form] = row.id
				}
				row.id = first[form]
			}
			all = append(all, row)
		}
	}
	plainDuplicates(all, rules)
	return all, plainRefunds(all, rules)
}

// A place is a customer's day.
type place struct {
	id  string
	day analysis.Day
}

func (r *plainRow) judge(f plainFile, rules Rules, unsold *string) {
	fields := strings.Split(r.text, ",")
	if len(fields) != len(f.roles) {
		r.reason = Malformed
		return
	}
	for i, role := range f.roles {
		switch role {
		case Customer:
			r.id = fields[i]
		case Order:
			r.order = fields[i]
		case OrderStatus:
			r.sold = strings.ReplaceAll(fields[i], "null", "")
		case Date:
			d, err := time.Parse(time.DateOnly, fields[i])
			r.day = analysis.NoDay
			if err == nil {
				r.day = analysis.Day(d.Unix() / 86400)
			}
		case Amount:
			v, err := strconv.ParseFloat(fields[i], 64)
			r.amount, r.hasAmount = analysis.MoneyOf(v), err == nil
		}
		if v := fields[i]; role.Kept() && v != "" && v != "null" {
			if _, err := strconv.ParseFloat(v, 64); role.Holds() != NumberType || err == nil {
				r.kept[string(role)+" "+f.names[i]] = v
			}
		}
	}
	sold := r.sold != "" || r.order == "" || r.order != *unsold
	if slices.ContainsFunc(rules.NoSale, func(s string) bool { return r.sold != "" && strings.EqualFold(strings.TrimSpace(s), r.sold) }) {
		*unsold, sold = r.order, false
	}
	r.reason = r.why(rules, sold)
}

func (r *plainRow) why(rules Rules, sold bool) Reason {
	switch {
	case r.id == "" || r.id == "null":
		return MissingCustomer
	case IsTest(rules.Test, r.id):
		return TestCustomer
	case !sold:
		return NoSale
	case !r.day.Valid():
		return BadDate
	case rules.From.Valid() && r.day < rules.From, rules.Today > 0 && r.day > rules.Today+1:
		return OutsideWindow
	case !r.hasAmount:
		return BadAmount
	case r.amount == 0 && rules.Refunds == ExcludeRefunds:
		return ZeroAmount
	case r.amount < 0 && (rules.Refunds == ExcludeRefunds || rules.Refunds == KeepZero || rules.Refunds == ""):
		return NegativeAmount
	}
	return ""
}

func plainDuplicates(all []*plainRow, rules Rules) {
	type whole struct {
		text, id string
		day      analysis.Day
		amount   analysis.Money
	}
	seen := map[whole]bool{}
	for _, r := range all {
		if r.reason != "" {
			continue
		}
		key := whole{r.text, r.id, r.day, r.amount}
		if seen[key] && rules.Duplicates == ExcludeDuplicates {
			r.reason = Duplicate
		}
		r.identical = seen[key] && r.reason == ""
		seen[key] = true
	}
}

// plainRefunds settles refunds and returns what is left of each day's purchases.
func plainRefunds(all []*plainRow, rules Rules) map[place]analysis.Money {
	nets := rules.Refunds == NetRefunds || rules.Refunds == SubtractRefunds
	used := slices.DeleteFunc(slices.Clone(all), func(r *plainRow) bool { return r.reason != "" })
	slices.SortStableFunc(used, func(a, b *plainRow) int { return cmp.Compare(a.day, b.day) })
	left, whole := map[place]analysis.Money{}, map[place]analysis.Money{}
	opened := map[place]bool{}
	for _, r := range used {
		if !nets || r.amount >= 0 {
			p := place{r.id, r.day}
			left[p] += r.amount
			whole[p] += r.amount
		}
	}
	for _, r := range all {
		if p := (place{r.id, r.day}); r.reason == "" && (!nets || r.amount >= 0) {
			if opened[p] {
				r.state = "merged"
			}
			opened[p] = true
		}
	}
	for _, r := range used {
		if !nets || r.amount >= 0 {
			continue
		}
		var before analysis.Money
		for p, m := range left {
			if p.id == r.id && p.day <= r.day {
				before += m
			}
		}
		if before < -r.amount {
			r.reason = UnmatchedRefund
			continue
		}
		r.state = "netted"
		for m, d := -r.amount, r.day; m > 0; d-- {
			p := place{r.id, d}
			part := min(m, left[p])
			if part > 0 {
				left[p] -= part
				m -= part
			}
		}
	}
	for _, r := range used {
		p := place{r.id, r.day}
		if rules.Refunds == NetRefunds && r.reason == "" && r.state != "netted" && whole[p] > 0 && left[p] == 0 {
			r.state = "undone"
		}
	}
	return left
}

// plainLedgers adds up the rows of each file.
func plainLedgers(all []*plainRow, files int) []Ledger {
	list := make([]Ledger, files)
	for _, r := range all {
		l := &list[r.file]
		l.Read++
		if r.reason == "" {
			l.Used++
			l.Revenue += r.amount
			l.Identical += b2i(r.identical)
			l.Merged += b2i(r.state == "merged")
			l.Undone += b2i(r.state == "undone")
			if r.state == "netted" {
				l.Netted++
				l.Refunded += r.amount
			}
			continue
		}
		i := slices.IndexFunc(l.Excluded, func(e Exclusion) bool { return e.Reason == r.reason })
		if i < 0 {
			i = len(l.Excluded)
			l.Excluded = append(l.Excluded, Exclusion{Reason: r.reason})
		}
		l.Excluded[i].Rows++
		if r.hasAmount {
			l.Excluded[i].Amount += r.amount
		}
	}
	for i := range list {
		slices.SortFunc(list[i].Excluded, func(a, b Exclusion) int {
			return cmp.Compare(reasonIndex(a.Reason), reasonIndex(b.Reason))
		})
	}
	return list
}

// plainLog writes the days of all customers, each with what is left of its
// amount and the kept values of its rows.
func plainLog(all []*plainRow, left map[place]analysis.Money, columns []string) string {
	orders := map[place][]*plainRow{}
	var days []place
	for _, r := range all {
		if r.reason != "" || r.state == "netted" || r.state == "undone" {
			continue
		}
		p := place{r.id, r.day}
		if orders[p] == nil {
			days = append(days, p)
		}
		orders[p] = append(orders[p], r)
	}
	slices.SortFunc(days, func(a, b place) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.day, b.day)) })
	var b strings.Builder
	for _, p := range days {
		fmt.Fprintf(&b, "%s %s %d:", p.id, p.day, left[p])
		for _, r := range orders[p] {
			for _, c := range columns {
				fmt.Fprintf(&b, " %s", cmp.Or(r.kept[c], "-"))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// logRows writes a Log as plainLog does.
func logRows(log *analysis.Log) string {
	var b strings.Builder
	k := 0
	for c := range log.Customers() {
		for i := log.Start[c]; i < log.Start[c+1]; i++ {
			fmt.Fprintf(&b, "%s %s %d:", log.IDs.At(c), log.Day[i], log.Amount[i])
			for range log.Orders[i] {
				for j := range log.Kept {
					fmt.Fprintf(&b, " %s", valueText(&log.Kept[j], k))
				}
				k++
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func valueText(c *analysis.Column, i int) string {
	switch {
	case c.Kind == analysis.TextColumn && c.Codes[i] != analysis.NoCode:
		return c.Texts.At(int(c.Codes[i]))
	case c.Kind == analysis.NumberColumn && c.Numbers[i] != analysis.NoNumber:
		return strconv.FormatFloat(c.Numbers[i].Float(), 'f', -1, 64)
	case c.Kind == analysis.DayColumn && c.Days[i].Valid():
		return c.Days[i].String()
	}
	return "-"
}

// plainAttributes writes the latest value of each customer.
func plainAttributes(all []*plainRow, columns []string) string {
	latest, values := map[string]map[string]string{}, map[string]map[string]bool{}
	used := slices.DeleteFunc(slices.Clone(all), func(r *plainRow) bool {
		return r.reason != "" || r.state == "netted" || r.state == "undone"
	})
	slices.SortStableFunc(used, func(a, b *plainRow) int { return cmp.Compare(a.day, b.day) })
	var ids []string
	for _, r := range used {
		if latest[r.id] == nil {
			latest[r.id] = map[string]string{}
			ids = append(ids, r.id)
		}
		for c, v := range r.kept {
			latest[r.id][c] = v
			if values[r.id+" "+c] == nil {
				values[r.id+" "+c] = map[string]bool{}
			}
			values[r.id+" "+c][v] = true
		}
	}
	slices.Sort(ids)
	var b strings.Builder
	for _, c := range columns {
		mixed := 0
		for _, id := range ids {
			fmt.Fprintf(&b, "%s ", cmp.Or(latest[id][c], "-"))
			mixed += b2i(len(values[id+" "+c]) > 1)
		}
		fmt.Fprintf(&b, "%d\n", mixed)
	}
	return b.String()
}

func attributeRows(t *Table) string {
	var b strings.Builder
	for i := range t.Log().Attributes {
		a := &t.Log().Attributes[i]
		for c := range t.Log().Customers() {
			fmt.Fprintf(&b, "%s ", valueText(a, c))
		}
		fmt.Fprintf(&b, "%d\n", t.Mixed(i))
	}
	return b.String()
}

// randomFiles makes files with every fault, and with columns that they share or
// do not.
func randomFiles(rng *rand.Rand) []plainFile {
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	value := map[Role]func() string{
		Customer: func() string {
			return pick("A", "a", "B", "007", "7", "A", "B", "test", "test-of-a-long-name", "", "null", "customer-0001", "Customer-0001", "customer-0002")
		},
		Date: func() string {
			return pick("2024-03-01", "2024-03-02", "2024-03-03", "2024-03-04", "2024-03-05", "2024-03-05", "2024-02-20", "2024-03-20", "soon")
		},
		Amount:    func() string { return pick("1", "2.5", "2.5", "10", "-1", "-2.5", "-10", "-3.5", "0", "x") },
		Region:    func() string { return pick("North", "South", "上海", "null", "", "a longer name of a region") },
		Channel:   func() string { return pick("web", "store", "") },
		Quantity:  func() string { return pick("1", "2.5", "-", "") },
		SignUp:    func() string { return pick("2020-01-01", "2020-01-02", "") },
		Attribute: func() string { return pick("x", "y", "z") },
		Order:     func() string { return pick("1", "2", "3", "", "order-0004") },
		OrderStatus: func() string {
			return pick("paid", "paid", "Paid", "failed", "FAILED", "cancelled by the buyer", "已取消", "handed over", "", "", "null")
		},
		Ignore: func() string { return pick("1", "2") },
	}
	shapes := [][]Role{
		{Customer, Date, Amount, Region, Quantity, Ignore},
		{Date, Amount, Attribute, Customer, Region, SignUp, Attribute},
		{Channel, Customer, Date, Amount},
		{OrderStatus, Customer, Date, Amount, Region},
		{Order, Customer, Date, OrderStatus, Amount, Channel},
	}
	var files []plainFile
	for range 1 + rng.IntN(3) {
		f := plainFile{roles: shapes[rng.IntN(len(shapes))]}
		for i, role := range f.roles {
			name := string(role)
			if role == Attribute && i > 2 {
				name = pick("attribute", "other")
			}
			f.names = append(f.names, cmp.Or(name, "unused"))
		}
		for range rng.IntN(120) {
			fields := make([]string, len(f.roles))
			for i, role := range f.roles {
				fields[i] = value[role]()
			}
			switch rng.IntN(30) {
			case 0:
				fields = fields[1:]
			case 1:
				fields = nil
			}
			f.rows = append(f.rows, strings.Join(fields, ","))
		}
		f.rows = append(f.rows, strings.Join(slices.Repeat([]string{""}, len(f.roles)), ","))
		files = append(files, f)
	}
	return files
}

func randomRules(rng *rand.Rand) Rules {
	r := Rules{From: analysis.NoDay, To: analysis.NoDay}
	r.Refunds = append(RefundRules, "")[rng.IntN(len(RefundRules)+1)]
	r.Duplicates = []DuplicateRule{"", KeepDuplicates, ExcludeDuplicates}[rng.IntN(3)]
	r.IDs = IDRules{Case: rng.IntN(2) > 0, Zeros: rng.IntN(2) > 0}
	if rng.IntN(2) > 0 {
		r.Test = []string{"test", "test*name"}
	}
	if rng.IntN(3) > 0 {
		r.NoSale = []string{" Failed", "cancelled by the buyer", "已取消", "null"}
	}
	if rng.IntN(2) > 0 {
		r.Today = analysis.Date(2024, 3, 5)
	}
	if rng.IntN(3) == 0 {
		r.From = analysis.Date(2024, 3, 1)
	}
	return r
}

// readInputs reads files in slices and windows of the sizes given.
func readInputs(files []plainFile, rules Rules, slice, window int) (*Table, error) {
	var inputs []Input
	for _, f := range files {
		format := Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateYMD}
		inputs = append(inputs, Input{Bytes("t.csv", []byte(f.text())), format, f.roles})
	}
	g, err := newIntake(inputs, Options{Rules: rules})
	if err != nil {
		return nil, err
	}
	for _, r := range g.readers {
		r.in.slice, r.kernel.window = slice, window
		if err := r.run(context.Background()); err != nil {
			return nil, err
		}
	}
	return g.table()
}

func TestReadAllAgainstPlainRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	compared := 0
	for range 300 {
		files, rules := randomFiles(rng), randomRules(rng)
		all, left := plainRead(files, rules)
		for _, size := range []struct{ slice, window int }{{sliceSize, windowSize}, {sliceSize, 0}, {300, 128}} {
			table, err := readInputs(files, rules, size.slice, size.window)
			if err != nil {
				if slices.ContainsFunc(all, func(r *plainRow) bool { return r.reason == "" && r.state != "netted" && r.state != "undone" }) {
					t.Fatalf("%v", err)
				}
				continue
			}
			compared++
			if compareTable(t, table, all, left, len(files)); t.Failed() {
				for _, f := range files {
					t.Log(f.text())
				}
				t.Fatalf("rules %+v, slices of %d, windows of %d", rules, size.slice, size.window)
			}
		}
	}
	if compared < 600 {
		t.Errorf("only %d tables were compared", compared)
	}
}

func compareTable(t *testing.T, table *Table, all []*plainRow, left map[place]analysis.Money, files int) {
	t.Helper()
	log, want := table.Log(), plainLedgers(all, files)
	total := sum(want)
	for i, l := range append(table.Ledgers(), table.Ledger()) {
		w := total
		if i < files {
			w = want[i]
		}
		l.Lines, l.Blank, l.Excluded = 0, 0, slices.Clone(l.Excluded)
		for j := range l.Excluded {
			if n := len(l.Excluded[j].First); n != min(l.Excluded[j].Rows, maxFirst) {
				t.Errorf("%d first rows of %d", n, l.Excluded[j].Rows)
			}
			l.Excluded[j].First = nil
		}
		if !reflect.DeepEqual(l, w) {
			t.Errorf("ledger %d\n%+v, want\n%+v", i, l, w)
		}
	}
	if log.Revenue() != total.Revenue || log.OrderRows() != total.Used-total.Netted-total.Undone || len(log.Day) != log.OrderRows()-total.Merged {
		t.Errorf("revenue %d of %d, %d orders on %d days", log.Revenue(), total.Revenue, log.OrderRows(), len(log.Day))
	}
	compareExcluded(t, table, all)
	var columns, attributes []string
	for _, c := range log.Kept {
		columns = append(columns, c.Role+" "+c.Name)
		if Role(c.Role).describesCustomer() {
			attributes = append(attributes, c.Role+" "+c.Name)
		}
	}
	if slices.Sort(columns); len(slices.Compact(columns)) < len(log.Kept) {
		return // two columns of one name: the plain rows cannot tell them apart
	}
	columns = columns[:0]
	for _, c := range log.Kept {
		columns = append(columns, c.Role+" "+c.Name)
	}
	if got, want := logRows(log), plainLog(all, left, columns); got != want {
		t.Errorf("log\n%swant\n%s", got, want)
	}
	if got, want := attributeRows(table), plainAttributes(all, attributes); got != want {
		t.Errorf("attributes\n%swant\n%s", got, want)
	}
}

func compareExcluded(t *testing.T, table *Table, all []*plainRow) {
	t.Helper()
	for _, reason := range append(Reasons, "") {
		var got, want []string
		table.Excluded(reason, func(r Rejected) bool {
			got = append(got, fmt.Sprint(r.File, ":", r.Line))
			return true
		})
		for _, r := range all {
			if r.reason != "" && (reason == "" || reason == r.reason) {
				want = append(want, fmt.Sprint(r.file, ":", r.line))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("excluded as %q: %v, want %v", reason, got, want)
		}
	}
}
