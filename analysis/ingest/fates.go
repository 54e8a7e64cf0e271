package ingest

// eachDay calls visit with the places of each customer's rows of one day.
func (g *grouping) eachDay(customer int, visit func(from, to uint32)) {
	for from, end := g.start[customer], g.start[customer+1]; from < end; {
		to := from + 1
		for to < end && g.day[to] == g.day[from] {
			to++
		}
		visit(from, to)
		from = to
	}
}

// findDuplicates marks the rows that stand further up already, by their hashes.
func (g *grouping) findDuplicates(hash []uint32) {
	d := duplicateFinder{hash: hash, found: func(place uint32) {
		switch {
		case g.opt.Rules.Duplicates == ExcludeDuplicates:
			if g.fate == nil { // most files hold no row twice and need no fates
				g.fate = make([]fate, len(g.day))
			}
			g.fate[place] |= duplicate
		case g.fate != nil:
			g.fate[place] |= identical
			fallthrough
		default:
			g.identical++
		}
	}}
	for c := range g.order {
		for from, end := g.start[c], g.start[c+1]; from < end; {
			to := from + 1
			for to < end && g.day[to] == g.day[from] {
				to++
			}
			if to > from+1 {
				d.look(from, to)
			}
			from = to
		}
	}
}

// settle decides which rows open a purchase day, which are merged into one,
// and, where refunds are netted, which purchases they take back.
func (g *grouping) settle(rule RefundRule) {
	var s settler
	for c := range g.order {
		s.begin()
		g.eachDay(c, func(from, to uint32) {
			s.buy(g.purchases(from, to, rule.nets()))
			if rule.nets() {
				g.refund(&s, from, to)
			}
		})
		for _, d := range s.days {
			g.takeBack(d, rule)
		}
	}
}

// purchases adds up what was bought on a day, refunds apart.
func (g *grouping) purchases(from, to uint32, nets bool) purchaseDay {
	d := purchaseDay{from: from, to: to}
	opened := false
	for i := from; i < to; i++ {
		if g.fate[i]&duplicate != 0 || nets && g.amount[i] < 0 {
			continue
		}
		if opened {
			g.fate[i] |= merged
		}
		opened = true
		d.left += g.amount[i]
	}
	return d
}

// refund sets a day's refunds off against the purchases so far.
func (g *grouping) refund(s *settler, from, to uint32) {
	for i := from; i < to; i++ {
		if g.fate[i]&duplicate != 0 || g.amount[i] >= 0 {
			continue
		}
		if s.refund(-g.amount[i]) {
			g.fate[i] |= netted
		} else {
			g.fate[i] |= unmatched
		}
	}
}

// takeBack takes what was refunded off a day's first purchase, and marks its
// purchases as undone if nothing is left and the rule says so.
func (g *grouping) takeBack(d purchaseDay, rule RefundRule) {
	if d.taken == 0 {
		return
	}
	first := true
	for i := d.from; i < d.to; i++ {
		if g.fate[i]&(excluded|netted) != 0 {
			continue
		}
		if first {
			g.amount[i] -= d.taken
			first = false
		}
		if rule == NetRefunds && d.left == 0 {
			g.fate[i] = g.fate[i]&^merged | undone
		}
	}
}
