package ingest_test

import (
	"context"
	"fmt"

	"churnbench/analysis/ingest"
)

// A file is looked at, then read as proposed. Whoever asks sees what was left
// out, and why.
func Example() {
	src := ingest.Bytes("orders.csv", []byte(`会员号;下单时间;实付金额
V1;05.03.2024;1.250,00
V2;18.03.2024;99,50
V1;18.03.2024;-20,00
V2;soon;5,00
`))
	preview, err := ingest.Sniff(src, ingest.Format{})
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := ingest.Read(context.Background(), src, preview.Format, preview.Mapping, preview.Rules, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(preview.Mapping, preview.Format.Dates)
	l := table.Ledger()
	fmt.Printf("%d read, %d used, revenue %.2f\n", l.Read, l.Used, l.Revenue.Float())
	table.Excluded("", func(r ingest.Rejected) bool {
		fmt.Printf("line %d: %s\n", r.Line, r.Text)
		return true
	})
	// Output:
	// [customer date amount] dmy
	// 4 read, 2 used, revenue 1349.50
	// line 4: -20,00
	// line 5: soon
}
