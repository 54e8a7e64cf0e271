package data

import (
	"slices"

	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// A Basket is the files that are read together, and the rules for them.
type Basket struct {
	Items []*Item
	Shown int // ID of the item whose details are in sight
	Rules ingest.Rules

	proposed bool // Rules were proposed by some file
	ruled    bool // Rules were proposed by a file of orders or changed by the person
	last     int  // ID given out

	offered ingest.Rules // as proposed
}

// A Stand is how far an item is.
type Stand uint8

// The stands.
const (
	Pending Stand = iota // the engine is looking at it
	Ready                // it can be read
	Asks                 // the person must decide or correct something
	Failed               // it cannot be used
	LeftOut              // the person leaves it out
)

// Stand says how far an item is.
func (b *Basket) Stand(it *Item) Stand {
	p := it.Look.Answer
	switch {
	case p == nil && it.Failure() != nil:
		return Failed
	case p == nil:
		return Pending
	case it.Out:
		return LeftOut
	case it.Look.Busy:
		return Pending
	case len(it.Open()) > 0, len(b.Unclear(it)) > 0, len(b.Missing(it)) > 0:
		return Asks
	}
	return Ready
}

// Add puts a source into the basket, behind the others.
func (b *Basket) Add(ref engine.SourceRef, name string, size int64) *Item {
	it := &Item{Source: ref, Name: name, Size: size}
	b.number(it)
	b.Items = append(b.Items, it)
	return it
}

func (b *Basket) number(it *Item) {
	b.last++
	it.ID = b.last
}

// Has reports whether a file of this name and size is in the basket already:
// read twice, its orders would count twice. One that failed may be tried again.
func (b *Basket) Has(name string, size int64) bool {
	return slices.ContainsFunc(b.Items, func(it *Item) bool {
		return size > 0 && it.Inside == "" && it.Name == name && it.Size == size && b.Stand(it) != Failed
	})
}

// Remove takes an item out. Answers about it that are under way are dropped.
func (b *Basket) Remove(it *Item) {
	it.Opening.Forget()
	it.Look.Forget()
	b.Items = slices.DeleteFunc(b.Items, func(other *Item) bool { return other == it })
}

// Unpack puts what a file holds in its place, and returns the items to be
// looked at. A plain file holds itself.
func (b *Basket) Unpack(it *Item, members []engine.Member) []*Item {
	at := slices.Index(b.Items, it)
	if at < 0 {
		return nil
	}
	if len(members) == 1 && members[0].Member == "" {
		return []*Item{it}
	}
	var inside []*Item
	for _, m := range members {
		if m.Recipe != nil || m.Project != nil {
			continue
		}
		one := &Item{Source: it.Source, Name: m.Name, Inside: it.Name, Size: m.Size}
		one.Source.Member = m.Member
		b.number(one)
		inside = append(inside, one)
	}
	b.Items = append(append(b.Items[:at:at], inside...), b.Items[at+1:]...)
	return inside
}

// Current is the item whose details are in sight: the one the person chose,
// else the first that asks something, else the first that can be read.
func (b *Basket) Current() *Item {
	if len(b.Items) == 0 {
		return nil
	}
	for _, it := range b.Items {
		if it.ID == b.Shown {
			return it
		}
	}
	for _, want := range []Stand{Asks, Ready, Pending} {
		for _, it := range b.Items {
			if b.Stand(it) == want {
				return it
			}
		}
	}
	return b.Items[0]
}

// Settle keeps the details in sight where they are, once all files have been
// looked at: an answer given must not turn the page.
func (b *Basket) Settle() {
	if !slices.ContainsFunc(b.Items, func(it *Item) bool { return b.Stand(it) == Pending }) {
		b.Shown = b.Current().ID
	}
}

// Ready lists the items that will be read.
func (b *Basket) Ready() []*Item {
	var ready []*Item
	for _, it := range b.Items {
		if b.Stand(it) == Ready {
			ready = append(ready, it)
		}
	}
	return ready
}

// Leader is the item whose columns it shares: the first of its kind with the
// same header, it itself if there is none or the person gave it other roles.
func (b *Basket) Leader(it *Item) *Item {
	header := it.header()
	if it.own || header == "" {
		return it
	}
	for _, other := range b.Items {
		if other == it {
			break
		}
		if !other.Out && other.Kind == it.Kind && other.header() == header {
			return other
		}
	}
	return it
}

// MappingOf is the roles of an item's columns.
func (b *Basket) MappingOf(it *Item) ingest.Mapping { return b.Leader(it).Mapping }

// Siblings are the other items with the same kind and header for which the
// same question is open: one answer settles them all.
func (b *Basket) Siblings(it *Item, p ingest.Property) []*Item {
	var list []*Item
	for _, other := range b.Items {
		asks := slices.ContainsFunc(other.Open(), func(u ingest.Undecided) bool { return u.Property == p })
		if other != it && asks && other.Kind == it.Kind && other.header() == it.header() && it.header() != "" {
			list = append(list, other)
		}
	}
	return list
}

// Assign gives a column of an item a role; another column that had it loses
// it, unless the role repeats.
func (b *Basket) Assign(it *Item, column int, role ingest.Role) {
	mapping := slices.Clone(b.MappingOf(it))
	for i, r := range mapping {
		if r == role && !role.Repeats() {
			mapping[i] = ingest.Ignore
		}
	}
	mapping[column] = role
	it.Mapping, it.own = mapping, true
}

// Missing lists the roles without which an item cannot be read. An amount is
// also given by quantity and price.
func (b *Basket) Missing(it *Item) []ingest.Role {
	mapping := b.MappingOf(it)
	has := func(r ingest.Role) bool { return mapping.Column(r) >= 0 }
	var missing []ingest.Role
	for _, r := range it.Kind.Needs() {
		made := r == ingest.Amount && has(ingest.Quantity) && has(ingest.Price)
		if !has(r) && !made {
			missing = append(missing, r)
		}
	}
	return missing
}

// Propose takes over the rules that a file proposes: the first file of orders
// decides, unless the person has; until there is one, the first file. What was
// said of contracts and tenures stays.
func (b *Basket) Propose(it *Item) {
	if b.ruled || it.Kind != ingest.Orders && b.proposed {
		return
	}
	said := b.Rules
	b.Rules, b.proposed = cloned(it.Look.Answer.Rules), true
	b.ruled = it.Kind == ingest.Orders
	if said.LastDay || said.Yearly || len(said.Left)+len(said.Stays) > 0 {
		b.Rules.LastDay, b.Rules.Yearly, b.Rules.Left, b.Rules.Stays = said.LastDay, said.Yearly, said.Left, said.Stays
	}
	b.offered = cloned(b.Rules)
}

// Rule changes the rules by hand.
func (b *Basket) Rule(change func(*ingest.Rules)) {
	change(&b.Rules)
	b.ruled = true
}

// A Hold is why nothing can be read yet.
type Hold uint8

// The holds, in the order in which they are told.
const (
	NoHold     Hold = iota
	StillLooks      // a file is being looked at
	Unanswered      // a file leaves something open
	Incomplete      // a file lacks a column
	NoOrders        // there are lists only, of which none keeps contracts or tenures
)

// Hold returns why nothing can be read yet, and the item that is to blame.
func (b *Basket) Hold() (Hold, *Item) {
	for _, h := range []struct {
		why  Hold
		here func(*Item) bool
	}{
		{StillLooks, func(it *Item) bool { return b.Stand(it) == Pending }},
		{Unanswered, func(it *Item) bool { return b.Stand(it) == Asks && len(it.Open())+len(b.Unclear(it)) > 0 }},
		{Incomplete, func(it *Item) bool { return b.Stand(it) == Asks }},
	} {
		if i := slices.IndexFunc(b.Items, h.here); i >= 0 {
			return h.why, b.Items[i]
		}
	}
	if !slices.ContainsFunc(b.Ready(), b.stands) {
		return NoOrders, nil
	}
	return NoHold, nil
}

// stands reports whether an item is something to analyse by itself: orders, or a
// list that keeps contracts or tenures.
func (b *Basket) stands(it *Item) bool {
	return it.Kind == ingest.Orders || b.MappingOf(it).Book(it.Kind) != ingest.NoBook
}

// cloned returns rules that later changes do not reach.
func cloned(r ingest.Rules) ingest.Rules {
	for _, list := range []*[]string{&r.Test, &r.NoSale, &r.Left, &r.Stays} {
		*list = slices.Clone(*list)
	}
	return r
}

// copy returns a basket that later changes do not reach.
func (b *Basket) copy() Basket {
	c := *b
	c.Items = make([]*Item, len(b.Items))
	for i, it := range b.Items {
		one := *it
		one.Mapping = slices.Clone(it.Mapping)
		one.Questions = slices.Clone(it.Questions)
		c.Items[i] = &one
	}
	c.Rules = cloned(b.Rules)
	return c
}
