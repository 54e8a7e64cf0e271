package local

import (
	"context"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/survival"
)

// Hazards implements engine.Engine.
func (l *Local) Hazards(ctx context.Context, req engine.HazardsRequest) (engine.Hazards, error) {
	d, err := l.loaded()
	if err != nil {
		return engine.Hazards{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.fit"})
	out, err := l.regress(d, req)
	if err != nil {
		return engine.Hazards{}, err
	}
	d.regressed = req
	err = draw(
		into(&out.Forest, func() (figure.Figure, error) { return chart.Forest(&out.Fit, d.styled(req.Layout.InColumn())) }),
	)
	return *out, err
}

// regress fits what a request asks for.
func (l *Local) regress(d *dataset, req engine.HazardsRequest) (*engine.Hazards, error) {
	v, err := l.lives(d, req.Lifetimes, req.Layout.Lang)
	if err != nil {
		return nil, err
	}
	columns := req.Columns
	if columns == nil {
		columns = v.firstChoice()
	}
	attributes, err := v.attributesOf(columns)
	if err != nil {
		return nil, err
	}
	strata, err := v.part(req.Strata)
	if err != nil {
		return nil, err
	}
	design, err := survival.NewDesign(&v.roll.Subjects, attributes)
	if err != nil {
		return nil, err
	}
	o := survival.CoxOptions{Ties: req.Ties, Level: req.Level}
	if strata != nil {
		l.speak(v.roll, strata, req.Layout.Lang)
		o.Strata = strata.Groups
	}
	fit, err := survival.Cox(design, o)
	if err != nil {
		return nil, err
	}
	return &engine.Hazards{Lifetimes: v.asked, Bases: d.about.Bases, Attributes: v.attributes(), Columns: columns, Fit: *fit, Warnings: fit.Warnings}, nil
}

// Bounds of a first choice of attributes: more can be asked for by name.
const (
	firstColumns = 8
	firstLevels  = 8 // of a text
)

// firstChoice takes attributes that part customers into not too many groups: those whose
// role is known (a plan, a region) before any others. Dates are left out: who came when
// is known of everybody, and says more of the calendar than of customers.
func (v *lives) firstChoice() []int {
	var known, others []int
	for i := range v.columns {
		a := attribute(&v.columns[i])
		switch {
		case !a.Groups || a.Distinct > firstLevels || 2*a.Filled <= len(v.roll.Of):
		case v.columns[i].Role != string(ingest.Attribute):
			known = append(known, i)
		default:
			others = append(others, i)
		}
	}
	columns := append(known, others...)
	columns = columns[:min(len(columns), firstColumns)]
	slices.Sort(columns)
	return columns
}

// attributesOf returns columns with one value a subject.
func (v *lives) attributesOf(columns []int) ([]analysis.Column, error) {
	var out []analysis.Column
	for _, i := range columns {
		if i < 0 || i >= len(v.columns) {
			return nil, analysis.Fail(analysis.BadInput, "engine.no-column", analysis.Count("column", i))
		}
		out = append(out, ofSubjects(&v.columns[i], v.roll.Of))
	}
	return out, nil
}

// ofSubjects returns a column with the values of some customers, in their order.
func ofSubjects(c *analysis.Column, of []analysis.CustomerID) analysis.Column {
	out := *c
	out.Codes, out.Numbers, out.Days = nil, nil, nil
	for _, id := range of {
		switch c.Kind {
		case analysis.TextColumn:
			out.Codes = append(out.Codes, c.Codes[id])
		case analysis.NumberColumn:
			out.Numbers = append(out.Numbers, c.Numbers[id])
		case analysis.DayColumn:
			out.Days = append(out.Days, c.Days[id])
		}
	}
	return out
}

type hazardRow struct {
	Column      cell    `csv:"column"`
	Level       cell    `csv:"level"`
	Reference   cell    `csv:"reference"`
	Missing     bool    `csv:"missing"`
	Customers   int     `csv:"customers"`
	Lost        int     `csv:"lost"`
	Coefficient decimal `csv:"coefficient"`
	SE          decimal `csv:"se"`
	Z           decimal `csv:"z"`
	P           decimal `csv:"p"`
	Ratio       decimal `csv:"hazard_ratio"`
	Low         decimal `csv:"low"`
	High        decimal `csv:"high"`
}

// hazards writes the regression that was last asked for.
func (l *Local) hazards(_ context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	asked := d.regressed
	asked.Layout.Lang = req.Lang
	out, err := l.regress(d, asked)
	if err != nil {
		return nil, err
	}
	var rows []hazardRow
	for _, e := range out.Fit.Effects {
		t := e.Term
		rows = append(rows, hazardRow{cell(t.Column), cell(t.Level), cell(t.Reference), t.Missing, t.Customers, t.Events,
			decimal(e.Coefficient), decimal(e.SE), decimal(e.Z), decimal(e.P), decimal(e.Ratio), decimal(e.Low), decimal(e.High)})
	}
	return table(rows)
}
