package result

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"churnbench/analysis"
)

// Digest is the SHA-256 of a result written down in full, customers in order of
// their identifiers' bytes. web/digest.js writes the same text:
//
//	customer orders first last total     days since 1970, cents
//	cohort offset customers              of cells other than 0, by cohort and offset
func (r Result) Digest() string {
	h := sha256.New()
	w := bufio.NewWriter(h)
	r.writeSummary(w)
	r.Cohorts.write(w)
	w.Flush()
	return hex.EncodeToString(h.Sum(nil))
}

const cent = analysis.MoneyPerUnit / 100

func (r Result) writeSummary(w io.Writer) {
	order := make([]int, r.IDs.Len())
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return bytes.Compare(r.IDs.Raw(a), r.IDs.Raw(b)) })
	s := r.Summary
	for _, i := range order {
		fmt.Fprintf(w, "%s %d %d %d %d\n", r.IDs.Raw(i), s.Orders[i], int(s.First[i]), int(s.Last[i]), s.Total[i]/cent)
	}
}

func (t Cohorts) write(w io.Writer) {
	for c := range t.Months {
		for k := range t.Months {
			if n := t.Cells[c*t.Months+k]; n > 0 {
				fmt.Fprintf(w, "%d %d %d\n", int(t.First)+c, k, n)
			}
		}
	}
}
