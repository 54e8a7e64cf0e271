package ingest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"churnbench/analysis"
)

// TestKeptReadingsAgree puts rows together from values that kept columns find
// odd: quoted, padded, doubled quotes, missing, of other alphabets.
func TestKeptReadingsAgree(t *testing.T) {
	texts := []string{"North", "\"North\"", " North ", "\"No\"\"rth\"", "", "\"\"", "null", "上海", "广西壮族自治区", "\"a, b\"", "\"two\nlines\"", "=\"007\"", "007\t", "\u3000x\u3000",
		"a text of some length", "\"a text of some length\"", "North\x00", "\xff"}
	numbers := []string{"1", "2.50", "-3", "x", "", "\"1,000\"", "1e3", "12345678.1234", "null"}
	days := []string{"2020-01-05", "1955-02-03", "2020-01-05 10:00", "soon", "", "\"2020-01-06\"", "2150-01-01"}
	ids := []string{"A", "B", "test", "customer-0001", "", "a-test-of-some-length", "\"A\""}
	rng := rand.New(rand.NewPCG(7, 8))
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	for range 300 {
		var b strings.Builder
		end := pick([]string{"\n", "\n", "\r\n"})
		plain := rng.IntN(2) > 0 // without quotes, the other scanner is at work
		b.WriteString("region,id,n,day,joined,amount" + end)
		for range rng.IntN(40) {
			row := strings.Join([]string{pick(texts), pick(ids), pick(numbers), "2024-03-0" + pick([]string{"1", "2", "3", "x"}), pick(days), pick(numbers)}, ",")
			if plain {
				row = strings.ReplaceAll(row, "\"", "")
			}
			b.WriteString(row + end)
		}
		f := Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateYMD}
		m := Mapping{Region, Customer, NPS, Date, SignUp, Amount}
		sameReadings(t, f, m, Rules{Test: []string{"*test*"}, Refunds: RefundRules[rng.IntN(5)], Duplicates: ExcludeDuplicates}, []byte(b.String()))
		if t.Failed() {
			t.Fatalf("reading %q", b.String())
		}
	}
}

// A column of too many different texts is given up, and the others stay.
func TestColumnOfTooManyTexts(t *testing.T) {
	c := &keptColumn{name: "comment", role: Comment, kind: analysis.TextColumn, keys: newKeyTable(0)}
	for i := range maxDistinct {
		c.keys.code(fmt.Appendf(nil, "%07d", i))
	}
	if c.limit(); c.dropped {
		t.Error("given up too early")
	}
	c.keys.code([]byte("one more"))
	if c.limit(); !c.dropped || c.keys != nil {
		t.Error("not given up")
	}
	files := []plainFile{{names: []string{"id", "day", "amount", "comment", "region"}, roles: Mapping{Customer, Date, Amount, Comment, Region}}}
	for i := range 300 {
		files[0].rows = append(files[0].rows, fmt.Sprintf("A,2024-03-05,1,%d,North", i))
	}
	g, err := newIntake([]Input{{Bytes("t.csv", []byte(files[0].text())), endlessFormatWithHeader(), files[0].roles}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := g.readers[0].run(context.Background()); err != nil {
		t.Fatal(err)
	}
	g.kept[0].drop()
	table, err := g.table()
	if err != nil {
		t.Fatal(err)
	}
	if log := table.Log(); len(log.Kept) != 1 || log.Kept[0].Role != string(Region) || len(table.Warnings()) != 1 || table.Warnings()[0].Message.Key != "ingest.column-dropped" {
		t.Errorf("kept %+v, warnings %+v", log.Kept, table.Warnings())
	}
}

func endlessFormatWithHeader() Format {
	f := endlessFormat
	f.Header = HeaderYes
	return f
}
