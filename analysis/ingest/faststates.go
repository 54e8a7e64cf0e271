package ingest

import (
	"bytes"

	"churnbench/analysis"
)

// maxStates bounds how many different states are remembered. An order has a
// handful; a column of more was chosen by mistake.
const maxStates = 1 << 12

// A stateReader reads the column of order states in the kernel's windows. Whether
// a state is a sale is decided once, when it is first met: its table of keys gives
// those that are none codes from firstTest on, as that of the customers does with
// test customers.
type stateReader struct {
	keys   *keyTable
	states stateSet
	codes  []uint32 // of the rows in the window, by keys
	unsold []byte   // number of the last order that was no sale; reused
	kept   []uint32 // by code: the same text's code in the kept column, NoCode until it has one
}

// newStateReader returns nil where there is nothing to tell: files without the
// role pay nothing.
func newStateReader(p *plan) *stateReader {
	if p.orderState < 0 || len(p.noSales) == 0 {
		return nil
	}
	s := &stateReader{states: p.noSales}
	s.forget()
	return s
}

func (s *stateReader) forget() {
	s.keys, s.kept = newKeyTable(0), nil
	s.keys.tests = s.states
}

// readStates leaves rows that are no sale to judge. It comes before customers
// get their codes, which only those with used rows have.
func (r *reader) readStates() {
	s, k := r.states, &r.kernel
	if s == nil {
		return
	}
	if s.keys.names.Len() > maxStates {
		s.forget()
	}
	clear(k.code) // nobody is known for a test customer yet
	s.codes = resized(s.codes, len(k.take))
	v := k.column(r.orderState)
	k.readTexts(v, s.keys, s.codes)
	unsold, empty := len(r.unsold) > 0, false
	for i, code := range s.codes {
		switch {
		case k.day[i] == analysis.NoDay:
			if s.states.match(k.text(v.field(i))) {
				s.codes[i], unsold = firstTest, true
			}
		case code == analysis.NoCode:
			empty = true
		case code >= firstTest:
			k.day[i], unsold = k.outside(), true
		}
	}
	if empty && unsold && r.order >= 0 {
		r.followOrders()
	}
}

// followOrders leaves to judge the rows without a state that belong to an order
// that was no sale, as unsoldBy tells them.
func (r *reader) followOrders() {
	s, k := r.states, &r.kernel
	v := k.column(r.order)
	s.unsold = append(s.unsold[:0], r.unsold...)
	for i, code := range s.codes {
		switch {
		case code < firstTest:
		case code != analysis.NoCode:
			s.unsold = rememberOrder(s.unsold, k.text(v.field(i)))
		case k.day[i] != analysis.NoDay && len(s.unsold) > 0 && bytes.Equal(k.text(v.field(i)), s.unsold):
			k.day[i] = k.outside()
		}
	}
}

// keep gives the states of the rows that will be used their codes in the kept
// column, without looking at the text again.
func (s *stateReader) keep(k *kernel, c *keptColumn, out []uint32) {
	for i, code := range s.codes {
		out[i] = analysis.NoCode
		if code >= firstTest || !k.willUse(i) {
			continue
		}
		for len(s.kept) <= int(code) {
			s.kept = append(s.kept, analysis.NoCode)
		}
		if s.kept[code] == analysis.NoCode {
			s.kept[code] = c.keys.code(s.keys.names.Raw(int(code)))
		}
		out[i] = s.kept[code]
	}
}
