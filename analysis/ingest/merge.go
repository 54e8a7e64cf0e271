package ingest

import "churnbench/analysis"

// log adds up the orders of one customer on one day and closes the gaps that
// this leaves. Customers of whom no order is left are none.
func (g *grouping) log() *analysis.Log {
	log := &analysis.Log{End: g.end(), Currency: g.currency.only(), Kept: g.keptColumns()}
	log.Orders = g.ordersRoom()
	log.Start = make([]uint32, 0, len(g.order)+1)
	to, names := uint32(0), g.order[:0]
	for c, code := range g.order {
		from, end := g.start[c], g.start[c+1]
		first := to
		for i := from; i < end; i++ {
			if g.fate != nil && g.fate[i]&notInTheLog != 0 {
				continue
			}
			if to > first && g.day[i] == g.day[to-1] {
				g.amount[to-1] += g.amount[i]
				log.Orders[to-1]++
				continue
			}
			g.day[to], g.amount[to], log.Orders[to] = g.day[i], g.amount[i], 1
			to++
		}
		if to > first {
			log.Start = append(log.Start, first)
			names = append(names, code)
		}
	}
	log.Start = append(log.Start, to)
	log.Day, log.Amount, log.Orders = g.day[:to], g.amount[:to], log.Orders[:to]
	log.IDs = permuted(&g.keys.names, names)
	g.keys.names = analysis.Dict{}
	return log
}

// end returns the last date of the used rows, also of those that are no orders.
func (g *grouping) end() analysis.Day {
	end := analysis.NoDay
	for i, d := range g.day {
		if g.fate == nil || g.fate[i]&excluded == 0 {
			end = max(end, d)
		}
	}
	return end
}

// ordersRoom returns room for Log.Orders: that of the places, which have served.
func (g *grouping) ordersRoom() []uint32 {
	if parts := g.place.parts; len(parts) == 1 {
		g.place.parts = nil
		return parts[0][:g.rows.n]
	}
	g.place.parts = nil
	return make([]uint32, g.rows.n)
}
