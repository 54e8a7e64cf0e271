package unpack

import (
	"fmt"
	"strings"
	"testing"

	"churnbench/analysis/ingest"
)

// BenchmarkSheet writes a sheet of 20,000 rows and six columns out as text;
// bytes are those of its XML.
func BenchmarkSheet(b *testing.B) {
	var rows strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&rows, `<row r="%d" spans="1:6"><c r="A%d" t="s"><v>%d</v></c><c r="B%d" s="1"><v>%d</v></c><c r="C%d"><v>%d.25</v></c>`+
			`<c r="D%d" t="s"><v>1</v></c><c r="E%d"><v>%d</v></c><c r="F%d" t="s"><v>2</v></c></row>`, i+2, i+2, i%3, i+2, 45000+i%500, i+2, i%900, i+2, i+2, i, i+2)
	}
	book := workbookOf(b, "<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>", "", rows.String())
	b.SetBytes(int64(rows.Len()))
	b.ReportAllocs()
	for b.Loop() {
		src, err := Find(ingest.Bytes("b.xlsx", book), "", plenty)
		if err != nil {
			b.Fatal(err)
		}
		if src.Size() == 0 {
			b.Fatal("nothing was written")
		}
	}
}
