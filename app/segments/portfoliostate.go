package segments

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/portfolio"
	"churnbench/app/screen"
)

// Portfolio is what the tab of the portfolio matrix knows and what the person chose.
type Portfolio struct {
	screen.Request[engine.PortfolioRequest, engine.Portfolio]

	Options engine.PortfolioOptions
	By      engine.SegmentBy // of bubbles and curves; "" for customers one by one
	Column  int              // index into Dataset.Kept, where By is SegmentAttribute
	Typed   screen.Typed
	begun   bool
}

// TabPortfolio is the key of its tab.
const TabPortfolio = "portfolio"

// begin sets what a new screen starts from.
func (p *Portfolio) begin() {
	if !p.begun {
		p.begun, p.Options.Rate = true, 0.10
	}
}

// renew forgets the answer and what depends on the dataset; assumptions about the
// business stay.
func (p *Portfolio) renew() {
	p.Forget()
	p.By, p.Column, p.Options.Profit, p.Options.Matrix, p.Typed = "", 0, "", portfolio.MatrixOptions{}, screen.Typed{}
	p.Options.Acquisition.FromColumn, p.Options.Serving.FromColumn = false, false
}

// ask is the request for what is chosen.
func (s *State) askPortfolio(lost churn.Definition, layout figure.Layout) engine.PortfolioRequest {
	p := &s.Portfolio
	p.begin()
	return engine.PortfolioRequest{Options: p.Options, Groups: s.portfolioGroups(p.By, lost), Definition: lost, Layout: layout}
}

// portfolioGroups is the segmentation of a choice. The ways that hang on the portfolio
// itself stand on the same options as the answer.
func (s *State) portfolioGroups(by engine.SegmentBy, lost churn.Definition) engine.Segmentation {
	if by == "" {
		return engine.Segmentation{}
	}
	return engine.Segmentation{By: by, Scores: s.Options, Tiers: s.Tiers, Column: s.Portfolio.Column, Definition: lost, Portfolio: s.Portfolio.Options}
}

// An amountField is a number that may be typed.
type amountField struct {
	id       string // of the input, and of its words
	low, top float64
	percent  bool
	of       func(*engine.PortfolioOptions) *float64
}

var (
	marginField  = amountField{"portfolio-margin", 0, 100, true, func(o *engine.PortfolioOptions) *float64 { return &o.Margin }}
	relationship = []amountField{
		{"portfolio-acquisition", 0, engine.MaxCost, false, func(o *engine.PortfolioOptions) *float64 { return &o.Acquisition.Typed }},
		{"portfolio-serving", 0, engine.MaxCost, false, func(o *engine.PortfolioOptions) *float64 { return &o.Serving.Typed }},
		{"portfolio-falls", 0, 90, true, func(o *engine.PortfolioOptions) *float64 { return &o.Falls }},
		{"portfolio-rate", 0, 100, true, func(o *engine.PortfolioOptions) *float64 { return &o.Rate }},
	}
	ruleFields = []amountField{
		{"portfolio-floor", -engine.MaxCost, engine.MaxCost, false, func(o *engine.PortfolioOptions) *float64 { return &o.Rules.Floor }},
		{"portfolio-room", 0, 1000, true, func(o *engine.PortfolioOptions) *float64 { return &o.Rules.Room }},
	}
)

// DaysField and the stems of the fields of cut-offs, to which their number is added.
const (
	DaysField       = "portfolio-days"
	ShareCutField   = "portfolio-share-cut-"
	ProfitCutField  = "portfolio-profit-cut-"
	mostBubbleParts = 60 // groups of an attribute that can still be told apart
)

// scale is what one typed unit is.
func (f *amountField) scale() float64 {
	if f.percent {
		return 100
	}
	return 1
}

// text is the value as it is typed.
func (f *amountField) text(o *engine.PortfolioOptions) string {
	return typedNumber(*f.of(o) * f.scale())
}

func typedNumber(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

// parsed reads a number within bounds; an empty text is 0.
func parsed(text string, low, top float64) (float64, bool) {
	if text = strings.TrimSpace(text); text == "" {
		return 0, low <= 0
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && v >= low && v <= top
}

// Set takes what was typed into a field; it reports whether that is a number of it.
func (p *Portfolio) Set(f amountField, text string) bool {
	v, good := parsed(text, f.low, f.top)
	return p.take(f.id, text, good, f.low, f.top, func() { *f.of(&p.Options) = v / f.scale() })
}

// SetDays takes the length of the window.
func (p *Portfolio) SetDays(text string) bool {
	v, good := parsed(text, 1, engine.MaxWindow)
	return p.take(DaysField, text, good && v == math.Trunc(v), 1, engine.MaxWindow, func() { p.Options.Days = int(v) })
}

func (p *Portfolio) take(field, text string, good bool, low, top float64, set func()) bool {
	if !good {
		p.Typed.Refuse(field, text, analysis.Say("portfolio.wrong", analysis.Number("low", low), analysis.Number("top", top)))
		return false
	}
	p.Typed.Accept(field)
	set()
	return true
}

// SetBands takes the number of bands of an axis, which forgets its cut-offs.
func (p *Portfolio) SetBands(x *portfolio.Axis, bands int) { *x = portfolio.Axis{Bands: bands} }

// SetCut takes cut-off i of an axis, whose cut-offs in force are given; an empty text asks
// for the proposal again.
func (p *Portfolio) SetCut(x *portfolio.Axis, field string, i int, text string, inForce []float64, scale float64) bool {
	field += strconv.Itoa(i)
	if strings.TrimSpace(text) == "" {
		p.Typed.Accept(field)
		x.Cuts = nil
		return true
	}
	v, good := parsed(text, -engine.MaxCost, engine.MaxCost)
	cuts := slices.Clone(inForce)
	if good = good && i < len(cuts); good {
		cuts[i] = v / scale
		good = len(cuts) < 2 || cuts[0] < cuts[1]
	}
	return p.take(field, text, good, -engine.MaxCost, engine.MaxCost, func() { x.Bands, x.Cuts = len(cuts)+1, cuts })
}

// SetBy takes what the bubbles are: a way of dividing, or "attribute:3".
func (p *Portfolio) SetBy(choice string) {
	by, column, _ := strings.Cut(choice, ":")
	p.By = engine.SegmentBy(by)
	p.Column, _ = strconv.Atoi(column)
}

// choice is the value that SetBy takes.
func (p *Portfolio) choice() string {
	if p.By == engine.SegmentAttribute {
		return string(p.By) + ":" + strconv.Itoa(p.Column)
	}
	return string(p.By)
}

// dividing reports whether a kept column's values can be bubbles.
func dividing(k engine.KeptReport) bool {
	return k.Role.Holds() == ingest.TextType && k.Distinct > 1 && k.Distinct <= mostBubbleParts
}
