package ingest

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A meaning is one thing that a column's name may say, and how surely, 0…100.
type meaning struct {
	role   Role
	weight int
	head   bool // the name is a known one, or ends in one: "customer city" is a city
}

// A sense is all that a name may say, at most one meaning a role.
type sense []meaning

// What a name loses that is not itself a known one.
const (
	partOff = 35 // it holds a known name
	tailOff = 10 // it ends in one that is no part of an order
)

// longName is how many words a name may have of which a part still counts.
// Longer ones are questions of a survey, whose words mean anything.
const longName = 6

// weight returns how surely the name means a role, 0 for not at all.
func (s sense) weight(r Role) int {
	for _, m := range s {
		if m.role == r {
			return m.weight
		}
	}
	return 0
}

// other reports whether the name as a whole is known for one of the roles beyond
// an order's own, so that a part of it that names one of those does not count:
// 客户来源 is no customer, and an order status no order.
func (s sense) other() bool {
	return slices.ContainsFunc(s, func(m meaning) bool { return m.head && !isCore(m.role) })
}

// note keeps the surest reading of each role.
func (s *sense) note(m meaning) {
	i := slices.IndexFunc(*s, func(o meaning) bool { return o.role == m.role })
	switch {
	case i < 0:
		*s = append(*s, m)
	case (*s)[i].weight < m.weight:
		m.head = m.head || (*s)[i].head
		(*s)[i] = m
	default:
		(*s)[i].head = (*s)[i].head || m.head
	}
}

// core are the roles that an order is made of.
var core = []Role{Customer, Date, Amount, Quantity, Price, Order}

func isCore(r Role) bool { return slices.Contains(core, r) }

// senseOf reads a column's name.
func senseOf(name string) sense {
	list := words(headerName(name))
	joined := strings.Join(list, "")
	var s sense
	for _, m := range meanings()[joined] {
		s.note(meaning{m.role, m.weight, true})
	}
	if len(list) <= longName {
		s.parts(list, joined)
	}
	s.ask(joined)
	spaced := " " + strings.Join(list, " ") + " "
	if holdsAny(joined, spaced, foreign) {
		s.estrange()
	}
	if holdsAny(joined, spaced, detached) {
		s.detach()
	}
	return s
}

// parts notes what whole words of a name mean, and characters where it is
// written in Chinese.
func (s *sense) parts(list []string, joined string) {
	for i := range list {
		for j := i + 1; j <= len(list); j++ {
			if part := strings.Join(list[i:j], ""); part[0] < utf8.RuneSelf {
				s.part(part, j == len(list) && i > 0)
			}
		}
	}
	if isASCII([]byte(joined)) {
		return
	}
	runes := []rune(joined)
	for i, r := range runes {
		if r < utf8.RuneSelf {
			continue
		}
		for j := i + 2; j <= min(len(runes), i+10); j++ {
			s.part(string(runes[i:j]), j == len(runes) && i > 0)
		}
	}
}

func (s *sense) part(text string, tail bool) {
	for _, m := range meanings()[text] {
		off := partOff
		if tail && !isCore(m.role) {
			off = tailOff
		}
		s.note(meaning{m.role, m.weight - off, off == tailOff})
	}
}

// estrange takes away what a foreign word leaves of a name: the date of birth
// is no date of an order.
func (s sense) estrange() {
	for i := range s {
		if isCore(s[i].role) && s[i].weight < 100 {
			s[i].weight = min(s[i].weight, 5)
		}
	}
}

// detach takes the meanings of a contract from names that speak of something
// else: the status of a payment says nothing about the customer's contract.
func (s sense) detach() {
	for i := range s {
		if slices.Contains(contractual, s[i].role) && s[i].weight < 100 {
			s[i].weight = min(s[i].weight, 5)
		}
	}
}

// contractual are the roles whose names other things have, too.
var contractual = []Role{Status, End, Plan, SignUp, Recurring, LeaveReason, Cost, Margin, Tier}

// meanings lists what each known name means, without its blanks.
var meanings = sync.OnceValue(func() map[string][]meaning {
	all := map[string][]meaning{}
	for _, list := range [][]synonymList{synonyms, furtherSynonyms} {
		for _, s := range list {
			for name := range strings.SplitSeq(s.names, ",") {
				key := strings.ReplaceAll(name, " ", "")
				all[key] = append(all[key], meaning{role: s.role, weight: s.weight})
			}
		}
	}
	return all
})

// bestRole returns the role that a name means most surely, Ignore if none. Of
// roles beyond an order's own only names count that are known as a whole.
func bestRole(name string) Role {
	best, weight := Ignore, 25
	for _, m := range senseOf(name) {
		if m.weight > weight && (isCore(m.role) || m.head && m.weight >= 90) {
			best, weight = m.role, m.weight
		}
	}
	return best
}
