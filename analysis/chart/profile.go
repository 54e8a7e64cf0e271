package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/profile"
)

// A Profile is groups of customers to be drawn.
type Profile struct {
	Result  *profile.Result
	Names   []string // of Result.Rows, in the style's language
	By      string   // what divides the customers, in it too
	Measure profile.Measure
	After   int // days until profile.Stay
}

// Layout of a profile, in pixels.
const (
	profileRow   = 26.0
	profileStack = 42.0 // with the name above, where the sheet is narrow
	profileAxis  = 24.0
	profileTop   = 20.0 // for what the line of all customers says
)

// fewCustomers is the size below which a group is faded.
const fewCustomers = 30

// ProfileDots draws a measure by group as dots, with intervals where it has them, and
// for a rate or a mean the line of all customers through it. Of churn, a filled dot is a
// group that differs from the others, allowing for how many are compared.
func ProfileDots(p *Profile, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "profile", func(w *words) phrase { return w.Profile.Title })
	d := &profileDots{sheet: s, p: p, w: &s.words.Profile}
	d.name = string(d.w.measure(p.Measure).with("days", d.lang.Int(p.After)))
	d.fig.Title = d.w.TitleOf.with("measure", d.name, "by", p.By)
	if len(p.Result.Rows) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// profileDots is a ProfileDots figure in the making.
type profileDots struct {
	*sheet
	p            *Profile
	w            *profileWords
	name         string  // of the measure
	left, right  float64 // where the axis begins and ends
	lo, hi       float64 // values there
	apart, alike int     // series; −1 for none
}

func (d *profileDots) draw() {
	d.heading = d.name
	d.apart, d.alike = -1, -1
	if d.compares() {
		d.apart = d.series(d.w.Apart, inkMain, figure.Dot)
		d.alike = d.series(d.w.Alike, inkSoft, figure.Ring)
	}
	height := profileAxis + profileTop + d.rowHeight()*float64(len(d.p.Result.Rows))
	d.open(height)
	d.measureUp()
	d.axis(height)
	for i := range d.p.Result.Rows {
		d.group(i, height-profileTop-d.rowHeight()*float64(i))
	}
}

// compares reports whether groups are held against all others. Where customers stand in
// several, the others are those who buy seldom: every group would differ from them.
func (d *profileDots) compares() bool {
	if d.p.Result.Overlap {
		return false
	}
	return d.p.Measure == profile.Churn || d.p.Measure == profile.Difference
}

func (d *profileDots) rowHeight() float64 {
	if d.isNarrow() {
		return profileStack
	}
	return profileRow
}

// measureUp finds the scale: it begins at 0, or below where values do.
func (d *profileDots) measureUp() {
	d.left, d.right = 10, d.width-12
	if !d.isNarrow() {
		widest, said := 0.0, 0.0
		for i := range d.p.Result.Rows {
			widest = max(widest, d.widthOf(d.p.Names[i], sizeText, true))
			said = max(said, d.widthOf(d.said(i), sizeText, false))
		}
		d.left, d.right = min(widest, 0.3*d.width)+16, d.width-said-14
	}
	all := d.p.Result.All.Of(d.p.Measure)
	d.lo, d.hi = 0, 0
	if d.p.Measure.Levelled() {
		d.reach(all.Value)
	}
	for i := range d.p.Result.Rows {
		e := d.p.Result.Rows[i].Of(d.p.Measure)
		d.reach(e.Value)
		d.reach(e.Low)
		d.reach(e.High)
	}
	if d.hi == d.lo {
		d.hi = d.lo + 1
	}
	room := 0.03 * (d.hi - d.lo)
	if d.lo < 0 {
		d.lo -= room
	}
	d.hi += room
}

// reach widens the scale to a value; NaN changes nothing.
func (d *profileDots) reach(v float64) {
	if v < d.lo {
		d.lo = v
	}
	if v > d.hi {
		d.hi = v
	}
}

func (d *profileDots) x(v float64) float64 {
	return d.left + (v-d.lo)/(d.hi-d.lo)*(d.right-d.left)
}

// axis draws upright lines at round values, and the one that groups lie around.
func (d *profileDots) axis(height float64) {
	widest := max(d.widthOf(d.tick(d.hi), sizeText, false), d.widthOf(d.tick(d.lo), sizeText, false))
	step := niceStep((d.hi-d.lo)/float64(fitting(d.right-d.left, widest+8)), shareSteps)
	for k := math.Ceil(d.lo / step); float64(k*step) <= d.hi; k++ {
		v := roundOff(k * step)
		d.upright(line(inkGrid, strokeFine), v, height)
		d.centred(v, widest/2, profileAxis/2-2, d.tick(v))
	}
	at, said := d.level()
	if math.IsNaN(at) {
		return
	}
	d.upright(line(inkText, strokeFine), at, height)
	d.centred(at, d.widthOf(said, sizeText, false)/2, height-profileTop/2, said)
}

// level is the value that groups lie around, and what is said of it; NaN for totals.
func (d *profileDots) level() (at float64, said string) {
	switch all := d.p.Result.All.Of(d.p.Measure).Value; {
	case d.p.Measure == profile.Difference:
		return 0, string(d.w.Level)
	case d.p.Measure.Levelled():
		return all, d.w.All.with("value", d.write(all))
	}
	return math.NaN(), ""
}

// upright draws a line across the rows.
func (d *profileDots) upright(sty draw.LineStyle, v, height float64) {
	x := vg.Length(d.x(v))
	d.stroke(sty, vg.Point{X: x, Y: profileAxis}, vg.Point{X: x, Y: vg.Length(height - profileTop)})
}

// centred writes a text of some half width about a value, within the sheet.
func (d *profileDots) centred(v, half, y float64, txt string) {
	d.label(aligned(d.soft(), draw.XCenter, draw.YCenter), min(max(d.x(v), half), d.width-half), y, txt)
}

// group draws one row whose top is at y.
func (d *profileDots) group(i int, top float64) {
	r, y := &d.p.Result.Rows[i], top-profileRow/2
	name := d.bold()
	if r.Customers < fewCustomers {
		name = d.soft()
	}
	if d.isNarrow() {
		said := d.said(i)
		d.note(name, vg.Point{X: 3, Y: vg.Length(y)}, d.shorten(d.p.Names[i], d.width-d.widthOf(said, sizeText, false)-24))
		d.note(aligned(d.plain(), draw.XRight, draw.YCenter), vg.Point{X: vg.Length(d.width - 4), Y: vg.Length(y)}, said)
		y -= profileStack - profileRow + 2
	} else {
		d.label(name, 0, y, d.shorten(d.p.Names[i], d.left-16))
		d.label(d.plain(), d.right+12, y, d.said(i))
	}
	d.estimate(r, y)
	d.markBox(vg.Rectangle{Min: vg.Point{X: 0, Y: vg.Length(top - d.rowHeight())}, Max: vg.Point{X: vg.Length(d.width), Y: vg.Length(top)}}, d.markOf(i))
}

// estimate draws a value with its interval or, where it has none, as far from 0 as it is.
func (d *profileDots) estimate(r *profile.Row, y float64) {
	e := r.Of(d.p.Measure)
	if math.IsNaN(e.Value) {
		return
	}
	at := func(v float64) vg.Point { return vg.Point{X: vg.Length(d.x(v)), Y: vg.Length(y)} }
	series, ink := d.seriesOf(r)
	d.canvas.series(series, func() {
		switch {
		case !math.IsNaN(e.Low) && !math.IsNaN(e.High):
			d.stroke(line(ink, strokePlain), at(e.Low), at(e.High))
		case !d.p.Measure.Levelled():
			d.stroke(line(inkPale, 4), at(0), at(e.Value))
		}
		if ink == inkMain {
			d.dot(ink, at(e.Value), radiusDot+0.5)
		} else {
			d.ring(ink, at(e.Value), radiusDot)
		}
	})
}

// seriesOf is −1 where groups are not held against others; small ones are soft then.
func (d *profileDots) seriesOf(r *profile.Row) (int, Ink) {
	switch {
	case d.compares() && r.Apart:
		return d.apart, inkMain
	case d.compares():
		return d.alike, inkSoft
	case r.Customers < fewCustomers:
		return -1, inkSoft
	}
	return -1, inkMain
}

// tick writes a round value of the axis.
func (d *profileDots) tick(v float64) string {
	switch d.p.Measure.Form() {
	case profile.ShareForm:
		return d.lang.Percent(v, decimalsOf(v))
	case profile.AmountForm:
		return d.lang.MoneyCompact(v, d.currency)
	}
	return d.lang.Compact(v)
}

// write writes a value of the measure.
func (d *profileDots) write(v float64) string {
	switch d.p.Measure.Form() {
	case profile.ShareForm:
		if d.p.Measure == profile.Difference && v > 0 {
			return "+" + d.lang.Percent(v, 1)
		}
		return d.lang.Percent(v, 1)
	case profile.AmountForm:
		return d.lang.MoneyCompact(v, d.currency)
	case profile.CountForm:
		return d.lang.Int(int(v))
	}
	return d.lang.Number(v, 1)
}

// said writes a group's value with its interval.
func (d *profileDots) said(i int) string {
	e := d.p.Result.Rows[i].Of(d.p.Measure)
	switch {
	case math.IsNaN(e.Value):
		return "—"
	case math.IsNaN(e.Low):
		return d.write(e.Value)
	}
	between := d.shareRange(e.Low, e.High)
	if d.p.Measure == profile.Difference { // a dash would meet the minus signs
		between = d.w.Between.with("lo", d.write(e.Low), "hi", d.write(e.High))
	}
	return d.write(e.Value) + " (" + between + ")"
}

func (d *profileDots) markOf(i int) figure.Mark {
	r := &d.p.Result.Rows[i]
	series, _ := d.seriesOf(r)
	m := figure.Mark{Series: series, Label: d.p.Names[i], Values: []figure.Value{
		value(phrase(d.name), d.said(i)),
		value(d.words.Common.Customers, d.lang.Int(r.Customers)),
	}}
	switch {
	case d.compares():
		m.Values = append(m.Values, value(d.w.Lost, d.countOf(r.Lost, r.Customers)), value(d.w.Others, d.lang.Percent(r.Others, 1)))
	case d.p.Measure == profile.Stay:
		m.Values = append(m.Values, value(d.w.AtRisk, d.lang.Int(r.AtRisk)))
	}
	if r.Folded == 0 {
		m.Key = "group:" + r.Key
	}
	return m
}

func (d *profileDots) table() {
	d.columns(textColumn(phrase(d.p.By)), numberColumn(d.words.Common.Customers), numberColumn(phrase(d.name)),
		numberColumn(d.words.Common.Interval+" –"), numberColumn(d.words.Common.Interval+" +"))
	for i := range d.p.Result.Rows {
		d.tableRow(d.p.Names[i], &d.p.Result.Rows[i])
	}
	d.tableRow(string(d.w.Everybody), &d.p.Result.All)
}

func (d *profileDots) tableRow(name string, r *profile.Row) {
	e := r.Of(d.p.Measure)
	write := func(v float64) cell { return cell{d.write(v), machine(v)} }
	if d.p.Measure.Form() == profile.AmountForm {
		write = d.amount
	}
	d.sheet.row(word(name), d.count(r.Customers), write(e.Value), write(e.Low), write(e.High))
}

// tell writes description and footer.
func (d *profileDots) tell() {
	r := d.p.Result
	d.describe(d.w.Describe.with("measure", d.name, "by", d.p.By, "groups", d.lang.Int(len(r.Rows)), "customers", d.lang.Int(r.All.Customers)),
		d.ends(), d.apartOnes())
	define := map[profile.Measure]phrase{profile.Churn: d.w.DefineChurn, profile.Difference: d.w.DefineDifference, profile.Stay: d.w.DefineStay}[d.p.Measure]
	overlap := phrase("")
	if r.Overlap {
		overlap = d.w.Overlap
	}
	d.footer(string(define), d.w.Counted.with("customers", d.lang.Int(r.All.Customers), "few", d.lang.Int(fewCustomers)), string(overlap))
}

// ends names the highest and the lowest group.
func (d *profileDots) ends() string {
	high, low := -1, -1
	value := func(i int) float64 { return d.p.Result.Rows[i].Of(d.p.Measure).Value }
	for i := range d.p.Result.Rows {
		if v := value(i); !math.IsNaN(v) && (high < 0 || v > value(high)) {
			high = i
		}
		if v := value(i); !math.IsNaN(v) && (low < 0 || v < value(low)) {
			low = i
		}
	}
	if high < 0 || high == low {
		return ""
	}
	return d.w.Ends.with("high", d.p.Names[high], "most", d.said(high), "low", d.p.Names[low], "least", d.said(low))
}

// apartOnes counts the groups that differ, where they are held against others.
func (d *profileDots) apartOnes() string {
	if !d.compares() {
		return ""
	}
	n := 0
	for _, r := range d.p.Result.Rows {
		if r.Apart {
			n++
		}
	}
	return d.w.DescribeApart.with("n", d.lang.Int(n), "compared", d.lang.Int(d.p.Result.Compared))
}
