package join

import (
	"strconv"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// BenchmarkList reads a list of half a million customers and joins it to a log
// of as many, half of whom are the same; a rule that is off is tried, too.
func BenchmarkList(b *testing.B) {
	const n = 500_000
	text := []byte("id,tier,joined,points\n")
	log := &analysis.Log{Start: []uint32{0}}
	for i := range n {
		text = append(text, "C"+strconv.Itoa(1_000_000+i)+",gold,2024-03-05,12.50\n"...)
		log.IDs.Append([]byte("C" + strconv.Itoa(1_000_000+n/2+i)))
		log.Start = append(log.Start, uint32(i+1))
	}
	m := ingest.Mapping{ingest.Customer, ingest.Tier, ingest.SignUp, ingest.Wallet}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		list, err := ingest.ReadList(b.Context(), ingest.Bytes("l", text), ingest.Customers, writtenWhole, m, ingest.Rules{}, nil)
		if err != nil {
			b.Fatal(err)
		}
		New(log, list, ingest.IDRules{}).Attributes()
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "rows/s")
}

// writtenWhole leaves nothing to detect.
var writtenWhole = ingest.Format{Encoding: ingest.UTF8, Delimiter: ',', Quoting: ingest.Doubled, Skip: ingest.NoSkip,
	Header: ingest.HeaderYes, Dates: ingest.DateYMD, Decimal: '.'}
