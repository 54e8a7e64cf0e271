package ingest

import (
	"bytes"

	"churnbench/analysis"
)

// readKeys finds the codes of the customers' identifiers. A row whose identifier
// is missing, or is not clean, gets NoDay.
//
// It makes all signatures first, so that the loop behind does little else than
// wait for memory, for several slots at once.
func (k *kernel) readKeys(p *plan, t *keyTable) {
	k.signatures = resized(k.signatures, len(k.take))
	v := k.column(p.customer)
	if len(k.take) > 0 && v.length(0) > 8 {
		v = k.locate(p.customer)
	}
	w, ends, at, step := k.w, v.ends, v.at, v.step
	for i := range k.signatures {
		from, to := ends[at]+1, ends[at+1]
		at += step
		n := to - from
		unused := uint(8*(8-n)) & 63
		signature := load(w, int(from)) << unused >> unused
		if n-1 >= 8 || !cleanEdge[w[from]] || !cleanEdge[w[to-1]] || someZero(signature^quotes) != 0 {
			signature = k.slowSignature(i, from, to)
		}
		k.signatures[i] = signature
	}
	if k.resolve(v, t) {
		k.confirm(v, t)
	}
}

// slowSignature is readKeys for an identifier that is long or not clean.
func (k *kernel) slowSignature(i int, from, to uint32) uint64 {
	w := k.w
	if from == to || !cleanEdge[w[from]] || !cleanEdge[w[to-1]] || k.find.quotes && w[from-1] == '"' && k.hasQuote(fieldAt{from, to}) {
		k.day[i] = k.outside()
		return 0
	}
	return signatureOf(w[from:to])
}

// hasQuote reports whether a quoted field holds doubled quotes.
func (k *kernel) hasQuote(f fieldAt) bool {
	return bytes.IndexByte(k.w[f.from:f.to], '"') >= 0
}

// resolve finds the codes of identifiers by their signatures, and reports
// whether some are long. Its loop makes no call while identifiers are met again, each
// in its first slot. Long ones are compared in another loop, for the same reason.
func (k *kernel) resolve(v columnView, t *keyTable) (long bool) {
	slots, shift := t.slots, t.shift
	ends, at, step := v.ends, v.at, v.step
	longest, codes := uint32(0), uint32(0)
	for i, signature := range k.signatures {
		size := ends[at+1] - ends[at] - 1
		at += step
		s := &slots[spread(signature, size)>>shift]
		code := s.code
		if s.signature != signature || s.size != size {
			code = k.slowCode(i, v.field(i), t)
			slots, shift = t.slots, t.shift
		}
		k.code[i] = code
		codes |= code
		longest |= size
	}
	k.left = k.left || codes >= firstTest
	return longest > 8
}

// slowCode is resolve for an identifier that is new, or not where it is looked
// for first. Those of rows that are left to judge get no code.
func (k *kernel) slowCode(i int, f fieldAt, t *keyTable) uint32 {
	if k.day[i] == analysis.NoDay {
		return noCustomer
	}
	return t.codeSigned(k.w[f.from:f.to], k.signatures[i])
}

// confirm compares long identifiers with those whose codes they were given for
// having the same hash, and resolves the others anew.
func (k *kernel) confirm(v columnView, t *keyTable) {
	for i, code := range k.code {
		f := v.field(i)
		size := f.to - f.from
		if k.day[i] == analysis.NoDay || size <= 8 || code >= firstTest {
			continue // judge will see to test customers
		}
		name := t.names.Bytes[t.names.Ends[code]-size:]
		same := load(k.w, int(f.to)-8) == load(name, int(size)-8)
		for at := 0; at+8 < int(size); at += 8 {
			same = same && load(k.w, int(f.from)+at) == load(name, at)
		}
		if !same {
			k.code[i] = t.codeSigned(k.w[f.from:f.to], k.signatures[i])
		}
	}
}
