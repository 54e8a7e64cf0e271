package ingest

import (
	"slices"
	"strings"

	"churnbench/analysis"
)

// A Preset is a program's export, known by the names of its columns. Names are
// compared as words, so that case, blanks and signs do not count.
type Preset struct {
	Key    string // "preset.<Key>" names it to a person
	Kind   Kind
	Header string   // the columns that the program writes of itself, separated by commas
	Needs  []string // the columns that tell it from others; "a|b" if one of two is enough
	Roles  []presetRole

	Refunds    RefundRule       // proposed; "" for DefaultRefunds
	Duplicates DuplicateRule    // proposed
	Test       []string         // further patterns of identifiers that are no customers
	NoSale     []string         // further states of orders that are no sale
	Unit       analysis.Unit    // of tenures
	Note       analysis.Message // what to know about such files; zero for nothing
}

// A presetRole gives a column a role. Of several columns for one role the first
// that is there and filled has it.
type presetRole struct {
	column string
	role   Role
}

// recognise returns the preset whose columns a file has, nil if there is none.
// Of several it is the one that needs most columns.
func recognise(sketches []columnSketch) *Preset {
	names := map[string]bool{}
	for _, s := range sketches {
		names[columnKey(s.Name)] = true
	}
	var best *Preset
	for i := range Presets {
		if p := &Presets[i]; p.fits(names) && (best == nil || len(p.Needs) > len(best.Needs)) {
			best = p
		}
	}
	return best
}

func columnKey(name string) string { return strings.Join(words(headerName(name)), "") }

func (p *Preset) fits(names map[string]bool) bool {
	return !slices.ContainsFunc(p.Needs, func(need string) bool {
		for name := range strings.SplitSeq(need, "|") {
			if names[columnKey(name)] {
				return false
			}
		}
		return true
	})
}

// writes lists the columns that the program writes of itself, by key. Others
// were added by whoever set it up.
func (p *Preset) writes() map[string]bool {
	known := map[string]bool{}
	if p != nil {
		for name := range strings.SplitSeq(p.Header, ",") {
			known[columnKey(name)] = true
		}
	}
	return known
}

// applyPreset gives the roles that a preset knows.
func (p *proposer) applyPreset(preset *Preset) {
	if c := p.presetCustomer(preset); c >= 0 {
		p.give(c, Customer)
	}
	for _, x := range preset.Roles {
		if c := p.named(x.column); c >= 0 && x.role != Customer && suits(p.sketches[c], x.role) {
			p.give(c, x.role)
		}
	}
	p.preferLines()
}

// named returns the first column with a name, or -1.
func (p *proposer) named(name string) int {
	key := columnKey(name)
	return slices.IndexFunc(p.sketches, func(s columnSketch) bool { return columnKey(s.Name) == key })
}

// presetCustomer returns the first of a preset's columns for the customer that
// is filled at least half as often as any other of them: guests have no
// number, but an address.
func (p *proposer) presetCustomer(preset *Preset) int {
	var list []int
	most := 0
	for _, x := range preset.Roles {
		if c := p.named(x.column); c >= 0 && x.role == Customer && suits(p.sketches[c], Customer) {
			list = append(list, c)
			most = max(most, p.sketches[c].Filled)
		}
	}
	for _, c := range list {
		if 2*p.sketches[c].Filled >= most {
			return c
		}
	}
	return -1
}

// preferLines drops an order's total in favour of quantity × unit price, where
// a file has a row for each line item and the total stands on the first line
// only, or again on each. Else lines would be lost, or orders count manifold.
func (p *proposer) preferLines() {
	m := p.mapping
	amount, quantity, price, order := m.Column(Amount), m.Column(Quantity), m.Column(Price), m.Column(Order)
	if amount < 0 || quantity < 0 || price < 0 {
		return
	}
	gaps := 50*p.sketches[amount].Filled < 49*p.sketches[price].Filled
	if gaps || order >= 0 && repeated(p.sketches[order].codes, p.sketches[amount].codes) > 0.9 &&
		repeated(p.sketches[order].codes, p.sketches[price].codes) < 0.9 {
		m[amount] = reserved
	}
}

// repeated is the share of rows of an order already seen that carry the same
// value as the row before of that order.
func repeated(orders, values []uint32) float64 {
	last := map[uint32]uint32{}
	again, same := 0, 0
	for i, code := range orders {
		if before, ok := last[code]; ok && code != noCustomer {
			again++
			same += b2i(before == values[i])
		}
		last[code] = values[i]
	}
	if again == 0 {
		return 0
	}
	return float64(same) / float64(again)
}

// rules adds what a preset proposes to the rules.
func (p *Preset) rules(r Rules) Rules {
	if p == nil {
		return r
	}
	if p.Refunds != "" {
		r.Refunds = p.Refunds
	}
	if p.Duplicates != "" {
		r.Duplicates = p.Duplicates
	}
	r.Test = append(slices.Clone(r.Test), p.Test...)
	r.NoSale = append(slices.Clone(r.NoSale), p.NoSale...)
	return r
}

// unit is the preset's Unit, "" for none.
func (p *Preset) unit() analysis.Unit {
	if p == nil {
		return ""
	}
	return p.Unit
}

// key is the preset's Key, "" for none.
func (p *Preset) key() string {
	if p == nil {
		return ""
	}
	return p.Key
}
