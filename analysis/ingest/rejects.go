package ingest

import (
	"math"
	"slices"

	"churnbench/analysis"
)

// A reject is where an excluded row stands. It holds no text and no pointer:
// a million of them cost 24 MB, and what they say is read again on demand.
type reject struct {
	at     int64  // position in the decoded text
	line   uint32 // 1-based
	size   uint32 // bytes of text, line end included
	column uint16 // 1-based column at fault, 0 for the row
	reason uint8  // index into Reasons
}

// reasonCount is len(Reasons), which a test holds it to.
const reasonCount = 11

// rejectBlock is how many rejects are allocated at a time.
const rejectBlock = 4096

// rejects are the excluded rows in file order.
type rejects struct {
	blocks [][]reject
	rows   [reasonCount]int            // by index into Reasons
	amount [reasonCount]analysis.Money // of the rows whose amount could be read
}

func (r *rejects) add(x reject, amount analysis.Money) {
	if n := len(r.blocks); n == 0 || len(r.blocks[n-1]) == rejectBlock {
		r.blocks = append(r.blocks, make([]reject, 0, rejectBlock))
	}
	last := &r.blocks[len(r.blocks)-1]
	*last = append(*last, x)
	r.rows[x.reason]++
	r.amount[x.reason] += amount
}

// count returns the number of rows excluded for a reason.
func (r *rejects) count(reason Reason) int { return r.rows[reasonIndex(reason)] }

// each visits the rejects of one reason, or of all if it is "", until visit
// returns false.
func (r *rejects) each(reason Reason, visit func(reject) bool) {
	for _, block := range r.blocks {
		for _, x := range block {
			if (reason == "" || Reasons[x.reason] == reason) && !visit(x) {
				return
			}
		}
	}
}

func reasonIndex(reason Reason) uint8 { return uint8(slices.Index(Reasons, reason)) }

// clip narrows a count to a column's width.
func clip16(n int) uint16 { return uint16(min(n, math.MaxUint16)) }
func clip32(n int) uint32 { return uint32(min(n, math.MaxUint32)) }
