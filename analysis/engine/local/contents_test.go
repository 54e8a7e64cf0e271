package local

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

const someOrders = "customer,date,amount\nA,2024-01-01,5\nB,2024-01-02,6.5\n,2024-01-03,7\nA,2024-02-03,8\n"

// someSheet is someOrders as a sheet, in the calendar of 1904.
const someSheet = `<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>date</t></is></c><c t="str"><v>amount</v></c></row>` +
	`<row><c t="s"><v>1</v></c><c s="1"><v>43830</v></c><c><v>5</v></c></row>` +
	`<row><c t="s"><v>2</v></c><c s="1"><v>43831</v></c><c><v>6.5</v></c></row>` +
	`<row><c/><c s="1"><v>43832</v></c><c><v>7</v></c></row>` +
	`<row><c t="s"><v>1</v></c><c s="1"><v>43863</v></c><c><v>8</v></c></row>`

func zipOf(t *testing.T, items ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(items); i += 2 {
		w, err := z.Create(items[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, items[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	return b.Bytes()
}

func workbookOf(t *testing.T, rows string) []byte {
	return zipOf(t,
		"xl/workbook.xml", `<workbook><workbookPr date1904="1"/><sheets><sheet name="Orders" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/worksheets/one.xml"/></Relationships>`,
		"xl/styles.xml", `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml", `<sst><si><t>customer</t></si><si><t>A</t></si><si><r><t>B</t></r></si></sst>`,
		"xl/worksheets/one.xml", `<worksheet><sheetData>`+rows+`</sheetData></worksheet>`)
}

// engineFor is an engine whose file 0 is src.
func engineFor(name string, b []byte) *Local {
	src := ingest.Bytes(name, b)
	return New(func(uint32) (ingest.Source, error) { return src, nil }, func(_, key string) string { return key })
}

// Every way of packing a file leads to the same dataset, from its list of
// contents to the rows left out, and holds no memory afterwards.
func TestPackedFiles(t *testing.T) {
	for _, c := range []struct {
		name, member string
		bytes        []byte
		members      int
	}{
		{"orders.csv", "", []byte(someOrders), 1},
		{"orders.csv.gz", "orders.csv", gzipOf(someOrders), 1},
		{"orders.zip", "a/orders.csv", zipOf(t, "a/orders.csv", someOrders, "customers.csv", "id,name\nA,x\n"), 2},
		{"nested.zip", "orders.csv.gz", zipOf(t, "orders.csv.gz", string(gzipOf(someOrders))), 1},
		{"orders.xlsx", "Orders", workbookOf(t, someSheet), 1},
		{"sheets.zip", "orders.xlsx/Orders", zipOf(t, "orders.xlsx", string(workbookOf(t, someSheet)), "how.txt", "x"), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := engineFor(c.name, c.bytes)
			list, err := l.Contents(t.Context(), engine.SourceRef{})
			if err != nil || len(list) != c.members || list[0].Member != c.member {
				t.Fatalf("%v: contents %+v", err, list)
			}
			ref := engine.SourceRef{Member: c.member}
			p, err := l.Preview(t.Context(), engine.PreviewRequest{Source: ref})
			if err != nil {
				t.Fatal(err)
			}
			about, err := l.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules})
			if err != nil {
				t.Fatal(err)
			}
			if about.Customers != 2 || about.Ledger.Read != 4 || about.Ledger.Used != 3 || about.Ledger.Revenue.Float() != 19.5 || about.End.String() != "2024-02-03" {
				t.Errorf("loaded %+v", about)
			}
			want := excludedRow{Line: 4, Column: "1", Reason: string(ingest.MissingCustomer)}
			if rows := readBack[excludedRow](t, l, engine.ExcludedTable); len(rows) != 1 || rows[0] != want {
				t.Errorf("excluded %+v, want %+v", rows, want)
			}
			if n := l.unpacked.waiting(); n != 0 {
				t.Errorf("%d bytes are held", n)
			}
		})
	}
}

// Without a member's name, an archive opens if it holds but one.
func TestArchiveWithoutMember(t *testing.T) {
	if p, err := engineFor("a.zip", zipOf(t, "orders.csv", someOrders)).Preview(t.Context(), engine.PreviewRequest{}); err != nil || p.Name != "orders.csv" {
		t.Errorf("%v: %s", err, p.Name)
	}
	_, err := engineFor("a.zip", zipOf(t, "a.csv", someOrders, "b.csv", someOrders)).Preview(t.Context(), engine.PreviewRequest{})
	var said *analysis.Error
	if !errors.As(err, &said) || said.Message.Key != "unpack.several" {
		t.Errorf("two tables: %v", err)
	}
}

func TestRecipesAmongFiles(t *testing.T) {
	p, err := ingest.Sniff(ingest.Bytes("orders.csv", []byte(someOrders)), ingest.Format{})
	if err != nil {
		t.Fatal(err)
	}
	file := ingest.RecipeOf(p, ingest.Orders, p.Format, p.Mapping)
	recipe := string((&ingest.Recipe{Version: ingest.RecipeVersion, Files: []ingest.RecipeFile{file}, Rules: p.Rules}).JSON())
	list, err := engineFor("month.zip", zipOf(t, "orders.csv", someOrders, "how.json", recipe, "other.json", "{}")).Contents(t.Context(), engine.SourceRef{})
	if err != nil || len(list) != 3 || list[0].Recipe != nil || list[1].Recipe == nil || list[2].Recipe != nil {
		t.Errorf("%v: %+v", err, list)
	}
	list, err = engineFor("how.json", []byte(recipe)).Contents(t.Context(), engine.SourceRef{})
	if err != nil || len(list) != 1 || list[0].Recipe == nil || list[0].Member != "" {
		t.Errorf("%v: a recipe by itself is %+v", err, list)
	}
	newer := strings.Replace(recipe, `"version": 1`, `"version": 99`, 1)
	if list, err := engineFor("how.json", []byte(newer)).Contents(t.Context(), engine.SourceRef{}); err == nil {
		t.Errorf("a recipe of the future is %+v", list)
	}
}

// A preview and the load after it unpack once; another file under the same
// number is not taken for the first.
func TestUnpackedOnce(t *testing.T) {
	src := ingest.Bytes("a.gz", gzipOf(someOrders))
	l := New(func(uint32) (ingest.Source, error) { return src, nil }, func(_, key string) string { return key })
	first, _, err := l.source(engine.SourceRef{})
	if err != nil {
		t.Fatal(err)
	}
	if again, _, _ := l.source(engine.SourceRef{}); again != first {
		t.Error("it is unpacked a second time")
	}
	src = ingest.Bytes("b.gz", gzipOf(strings.ToUpper(someOrders)))
	if other, _, _ := l.source(engine.SourceRef{}); other == first || other.Name() != "b" {
		t.Error("another file is taken for the first")
	}
}
