package local

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/gocarina/gocsv"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// loadedShop is an engine with a sample.
func loadedShop(t *testing.T) *Local {
	t.Helper()
	l := New(nil, func(_, key string) string { return key })
	ref := engine.SourceRef{Sample: "shop", Lang: "en"}
	p, err := l.Preview(t.Context(), engine.PreviewRequest{Source: ref})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules}); err != nil {
		t.Fatal(err)
	}
	return l
}

// readBack exports a table and reads it into its own row type.
func readBack[Row any](t *testing.T, l *Local, name engine.TableName) (rows []Row) {
	t.Helper()
	f, err := l.Export(t.Context(), engine.ExportRequest{Table: name, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if err := gocsv.Unmarshal(bytes.NewReader(bytes.TrimPrefix(f.Bytes, []byte(bom))), &rows); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

// TestTablesReadBack holds that an export loses no digit: what gocsv writes, it
// reads again as the same numbers.
func TestTablesReadBack(t *testing.T) {
	l := loadedShop(t)
	segments := readBack[segmentRow](t, l, engine.SegmentsTable)
	for i, s := range l.data.scores.Result(nil).Segments {
		if got := segments[i]; got.Segment != s.Key || got.Customers != s.Customers || float64(got.Spend) != s.Spend && !math.IsNaN(s.Spend) {
			t.Errorf("segment %d reads back as %+v, want %+v", i, got, s)
		}
	}
	customers := readBack[clvRow](t, l, engine.CLVTable)
	for c, got := range customers {
		if want := l.data.value.CLV[c]; string(got.Customer) != l.data.log.IDs.At(c) || float64(got.CLV) != want && !math.IsNaN(want) {
			t.Fatalf("customer %d reads back as %+v, want CLV %v", c, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, v := range []float64{0, -0.1, 1e300, math.Inf(1), math.NaN()} {
		text, err := decimal(v).MarshalCSV()
		if err != nil {
			t.Fatal(err)
		}
		var back decimal
		if err := back.UnmarshalCSV(text); err != nil {
			t.Fatalf("%v is written as %q: %v", v, text, err)
		}
		if got := float64(back); got != v && !(math.IsNaN(got) && math.IsNaN(v)) {
			t.Errorf("%v is written as %q and read as %v", v, text, got)
		}
	}
}

func TestDecimalsArePlain(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1294011.53: "1294011.53", -65694.93: "-65694.93", 2e6: "2000000", 0.000012: "0.000012", 3e-9: "3e-09",
	} {
		if got, _ := decimal(v).MarshalCSV(); got != want {
			t.Errorf("%v is written as %q, want %q", v, got, want)
		}
	}
}

// An excludedRow is a row of the table of rows left out, of one file.
type excludedRow struct {
	Line   int    `csv:"line"`
	Column string `csv:"column"`
	Reason string `csv:"reason"`
	Text   string `csv:"text"`
}

// TestExcludedNamesColumns holds that a row at fault as a whole names no
// column: there is no column 0.
func TestExcludedNamesColumns(t *testing.T) {
	whole := 0
	for _, r := range readBack[excludedRow](t, loadedShop(t), engine.ExcludedTable) {
		if r.Column == "" {
			whole++
		} else if n, err := strconv.Atoi(r.Column); err != nil || n < 1 {
			t.Errorf("line %d names column %q", r.Line, r.Column)
		}
	}
	if whole != 1 {
		t.Errorf("%d rows without a column, want the line of totals", whole)
	}
}

// goneSource can be read until it is gone.
type goneSource struct {
	ingest.Source
	gone *bool
}

func (s goneSource) ReadAt(b []byte, at int64) (int, error) {
	if *s.gone {
		return 0, errors.New("gone")
	}
	return s.Source.ReadAt(b, at)
}

// A list of rows left out is whole or an error, never a part of it.
func TestExcludedOfAFileThatIsGone(t *testing.T) {
	gone := false
	text := "customer,date,amount\nA,2024-01-01,5\nB,2024-01-02,x\n,2024-01-03,7\n"
	src := goneSource{ingest.Bytes("orders.csv", []byte(text)), &gone}
	l := New(func(uint32) (ingest.Source, error) { return src, nil }, func(_, key string) string { return key })
	p, err := l.Preview(t.Context(), engine.PreviewRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules}); err != nil {
		t.Fatal(err)
	}
	gone = true
	if f, err := l.Export(t.Context(), engine.ExportRequest{Table: engine.ExcludedTable}); err == nil {
		t.Errorf("the file is gone and its rows are %q", f.Bytes)
	}
	gone = false
	want := []excludedRow{{4, "1", "missing-customer", ""}, {3, "3", "bad-amount", "x"}}
	if rows := readBack[excludedRow](t, l, engine.ExcludedTable); !slices.Equal(rows, want) {
		t.Errorf("excluded %v, want %v", rows, want)
	}
}

// TestCellsAreNoFormulas holds that text from a file cannot run in a
// spreadsheet, and reads back as it was.
func TestCellsAreNoFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "A1": "A1", "a=b": "a=b", "'quoted": "'quoted", "张三": "张三",
		"=1+2": "'=1+2", `=HYPERLINK("x")`: `'=HYPERLINK("x")`, "+49 170": "'+49 170", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)",
		"\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1", "＝1": "'＝1", "－1": "'－1",
	} {
		got, err := cell(text).MarshalCSV()
		if got != want || err != nil {
			t.Errorf("%q is written as %q, %v; want %q", text, got, err, want)
		}
		var back cell
		if err := back.UnmarshalCSV(got); err != nil || string(back) != text {
			t.Errorf("%q reads back as %q, %v", text, back, err)
		}
	}
	for text, want := range map[string]string{"-8": "-8", "-1.234,50": "-1.234,50", "-8 EUR": "'-8 EUR", "-1+cmd|x": "'-1+cmd|x", "=1": "'=1", "x": "x"} {
		if got := safeValue(text); got != want {
			t.Errorf("a field %q is written as %q, want %q", text, got, want)
		}
	}
}

func TestAttributeNamesDoNotClash(t *testing.T) {
	taken := map[string]bool{"customer": true, "segment": true}
	var got []string
	for _, c := range []analysis.Column{{Name: "Segment"}, {Name: "segment"}, {Name: "", Role: "region"}, {Name: "=cmd", Role: "tier"}, {Name: "Segment_2"}} {
		got = append(got, freeName(taken, &c))
	}
	if want := []string{"Segment_2", "segment_3", "region", "'=cmd", "Segment_2_2"}; !slices.Equal(got, want) {
		t.Errorf("header %q, want %q", got, want)
	}
}
