package chart

import (
	"strconv"
	"strings"

	"churnbench/analysis/rfm"
)

// What the cells of a grid say, and what is told of it in words.

// fullness returns how full a cell's colour is, 0 to 1.
func (d *scoreGrid) fullness(c rfm.Cell) float64 {
	switch d.show {
	case rfm.RevenuePart:
		return max(0, part(c.Revenue, max(1, d.mostRevenue)))
	case rfm.LossShare:
		return c.Loss.Share
	}
	return float64(c.Customers) / float64(max(1, d.most))
}

// unsure reports whether what a cell says first is a share of few customers.
func (d *scoreGrid) unsure(c rfm.Cell) bool {
	return d.show == rfm.LossShare && c.Customers < fewInCell
}

// headline is what a cell says first.
func (d *scoreGrid) headline(c rfm.Cell) string {
	switch d.show {
	case rfm.CustomerPart:
		return d.customers(c)
	case rfm.RevenuePart:
		return d.revenue(c)
	case rfm.LossShare:
		return d.lost(c)
	}
	return d.lang.Int(c.Customers)
}

// lost writes the share of the lost, a dash where it is not known.
func (d *scoreGrid) lost(c rfm.Cell) string {
	if !isKnown(c.Loss.Share) {
		return "–"
	}
	return d.lang.Percent(c.Loss.Share, 1)
}

// longLines are the two lines below the headline where there is room.
func (d *scoreGrid) longLines(c rfm.Cell) [2]string {
	count := d.w.LongCount.with("n", d.lang.Int(c.Customers))
	customers, revenue := d.w.LongCustomers.with("share", d.customers(c)), d.w.LongRevenue.with("share", d.revenue(c))
	switch d.show {
	case rfm.CustomerPart:
		return [2]string{count, revenue}
	case rfm.RevenuePart:
		return [2]string{count, customers}
	case rfm.LossShare:
		if !isKnown(c.Loss.Share) {
			return [2]string{count, ""}
		}
		return [2]string{count, d.shareRange(c.Loss.Low, c.Loss.High)}
	}
	return [2]string{customers, revenue}
}

// shortLine is the one line below the headline where there is less.
func (d *scoreGrid) shortLine(c rfm.Cell) string {
	if d.show == rfm.Customers {
		return d.customers(c) + " | " + d.revenue(c)
	}
	return d.w.LongCount.with("n", d.lang.Int(c.Customers))
}

// cellLines returns what a cell says: what was asked for, and more as far as it fits.
func (d *scoreGrid) cellLines(c rfm.Cell) []string {
	long := d.longLines(c)
	switch {
	case c.Customers == 0:
		return []string{"0"}
	case d.detail == longShares:
		return []string{d.headline(c), long[0], long[1]}
	case d.detail == shortShares:
		return []string{d.headline(c), d.shortLine(c)}
	}
	return []string{d.headline(c)}
}

// chooseDetail returns the most that fits into every cell.
func (d *scoreGrid) chooseDetail(width, height float64) cellDetail {
	long, short := 0.0, 0.0
	for _, c := range d.r.Grid {
		lines := d.longLines(c)
		long = max(long, d.widest(sizeSmall, lines[:]...))
		short = max(short, d.widthOf(d.shortLine(c), sizeSmall, false))
	}
	switch {
	case long+8 <= width && height >= 50:
		return longShares
	case short+6 <= width && height >= 34:
		return shortShares
	}
	return countOnly
}

// cellLegend says what the cells say, where they do not say it themselves.
func (d *scoreGrid) cellLegend() string {
	w := d.w
	short := map[rfm.Quantity]phrase{rfm.Customers: w.ShortCell, rfm.CustomerPart: w.ShortShare, rfm.RevenuePart: w.ShortRevenue, rfm.LossShare: w.ShortLost}
	bare := map[rfm.Quantity]phrase{rfm.Customers: w.CountCell, rfm.CustomerPart: w.ShareCell, rfm.RevenuePart: w.RevenueCell, rfm.LossShare: w.LostCell}
	switch {
	case d.detail == countOnly:
		return string(bare[d.show])
	case d.detail == shortShares || d.show != rfm.Customers:
		return string(short[d.show])
	}
	return ""
}

// cutsOf writes the values behind a cell's scores. Where frequency is cut within
// recency, each row has cut-offs of its own.
func (d *scoreGrid) cutsOf(c rfm.Cell) (days, buys string) {
	f := d.r.Cuts[1]
	if within := d.r.Within[0]; c.R <= len(within) {
		f = within[c.R-1]
	}
	return d.cuts(d.r.Cuts[0], c.R), d.cuts(f, c.F)
}

func (d *scoreGrid) orders() bool { return d.r.Options.Frequency == rfm.Orders }

// frequency names the horizontal axis.
func (d *scoreGrid) frequency() phrase {
	if d.orders() {
		return d.w.FrequencyOrders
	}
	return d.w.Frequency
}

func (d *scoreGrid) buys() phrase {
	if d.orders() {
		return d.w.BuyOrders
	}
	return d.w.Buys
}

func (d *scoreGrid) table() {
	c := d.words.Common
	d.columns(numberColumn(d.w.RScore), numberColumn(d.w.FScore), numberColumn(c.Customers), numberColumn(c.CustomerShare),
		numberColumn(c.Revenue), numberColumn(c.RevenueShare), numberColumn(d.w.Lost), numberColumn(d.w.LostShare),
		numberColumn(d.w.LostLow), numberColumn(d.w.LostHigh))
	for _, g := range d.inOrder() {
		lost := d.count(g.Loss.Lost)
		if !isKnown(g.Loss.Share) {
			lost = cell{"–", ""}
		}
		d.row(d.count(g.R), d.count(g.F), d.count(g.Customers), d.share(float64(g.Customers)/float64(d.r.Customers)),
			d.amount(g.Revenue.Float()), d.share(part(g.Revenue, d.r.Revenue)),
			lost, d.share(g.Loss.Share), d.share(g.Loss.Low), d.share(g.Loss.High))
	}
}

// tell writes description and footer.
func (d *scoreGrid) tell() {
	var fullest, best rfm.Cell
	for _, c := range d.inOrder() {
		if c.Customers > fullest.Customers {
			fullest = c
		}
		if c.R == d.bins && c.F == d.bins {
			best = c
		}
	}
	bins := strconv.Itoa(d.bins)
	d.describe(d.w.Describe.with("r", strconv.Itoa(fullest.R), "f", strconv.Itoa(fullest.F),
		"share", d.customers(fullest), "revenue", d.revenue(fullest),
		"bins", bins, "best", d.customers(best), "bestrevenue", d.revenue(best)), d.tellLost())
	light := ""
	if d.show == rfm.LossShare {
		light = d.w.Light.with("few", strconv.Itoa(fewInCell))
	}
	d.footer(d.defined(), string(d.full()), light, d.w.Counted.with("customers", d.lang.Int(d.r.Customers),
		"revenue", d.lang.Money(d.r.Revenue.Float(), d.currency), "end", d.lang.Date(d.r.End)))
}

// tellLost says how many count as lost, and where most do.
func (d *scoreGrid) tellLost() string {
	var most rfm.Cell
	for _, c := range d.inOrder() {
		if c.Customers >= fewInCell && (most.Customers == 0 || c.Loss.Share > most.Loss.Share) {
			most = c
		}
	}
	if !isKnown(d.r.Loss.Share) || most.Customers == 0 {
		return ""
	}
	return d.w.DescribeLost.with("lost", d.lang.Percent(d.r.Loss.Share, 1), "few", strconv.Itoa(fewInCell),
		"r", strconv.Itoa(most.R), "f", strconv.Itoa(most.F), "most", d.lang.Percent(most.Loss.Share, 1))
}

// defined says how scores are cut.
func (d *scoreGrid) defined() string {
	opt, typed := d.r.Options, ""
	for i, name := range []string{"R", "F"} {
		if opt.Typed[i].N > 0 {
			typed += name
		}
	}
	bins := strconv.Itoa(d.bins)
	var said []string
	if typed != "" {
		said = append(said, d.w.Typed.with("bins", bins, "measures", strings.Join(strings.Split(typed, ""), ", ")))
	}
	switch {
	case typed == "RF":
	case opt.Ties.Shares():
		said = append(said, d.w.Shared.with("bins", bins))
	default:
		said = append(said, d.w.Ranked.with("bins", bins))
	}
	if opt.Nested {
		said = append(said, string(d.w.Nested))
	}
	return d.join(said)
}

// full says what the colour means.
func (d *scoreGrid) full() phrase {
	switch d.show {
	case rfm.RevenuePart:
		return d.w.FullRevenue
	case rfm.LossShare:
		return d.w.FullLost
	}
	return d.w.FullCustomers
}
