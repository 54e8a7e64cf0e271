package local

import (
	"context"
	"math"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
)

// Segments implements engine.Engine.
func (l *Local) Segments(ctx context.Context, req engine.SegmentsRequest) (engine.Segments, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Segments{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.score"})
	scores, err := d.score(req.Options)
	if err != nil {
		return engine.Segments{}, err
	}
	result, err := d.segmented(scores, req.Definition)
	if err != nil {
		return engine.Segments{}, err
	}
	out := engine.Segments{Result: *result}
	names := func(key string) string { return l.segmentName(&out.Result.Options, req.Layout.Lang, key) }
	return out, draw(
		into(&out.Grid, func() (figure.Figure, error) {
			return chart.RFMGrid(&out.Result, req.Show, d.styled(req.Layout.InColumn()))
		}),
		into(&out.Tree, func() (figure.Figure, error) {
			return chart.Treemap(&out.Result, names, req.Show, d.styled(req.Layout.InHalf()))
		}),
		into(&out.Bars, func() (figure.Figure, error) {
			return chart.SegmentBars(&out.Result, names, d.styled(req.Layout.InHalf()))
		}),
	)
}

// segmented adds up the scores with who counts as lost. Data too short for the
// definition leave that unknown, and say so.
func (d *dataset) segmented(scores *rfm.Scores, by churn.Definition) (*rfm.Result, error) {
	d.segmentsBy = by
	lost, err := d.lost(by)
	if err == nil {
		return scores.Result(lost), nil
	}
	e := engine.AsError(err)
	if e.Kind != analysis.NotEnough {
		return nil, err
	}
	r := scores.Result(nil)
	r.Warnings = append(r.Warnings, analysis.Warning{Severity: analysis.Note, Message: e.Message, Remedy: e.Remedy})
	return r, nil
}

// segmentName is what a person calls a segment, else the catalogue's name.
func (l *Local) segmentName(opt *rfm.Options, lang, key string) string {
	if name := opt.NameOf(key); name != "" {
		return name
	}
	return l.words(lang, "segment."+key)
}

type segmentRow struct {
	Segment   string  `csv:"segment"`
	Name      cell    `csv:"segment_name"`
	Rule      string  `csv:"rule"`
	Customers int     `csv:"customers"`
	Share     decimal `csv:"share_of_customers"`
	Revenue   decimal `csv:"revenue"`
	Brings    decimal `csv:"share_of_revenue"`
	Recency   decimal `csv:"median_recency_days"`
	Frequency decimal `csv:"mean_frequency"`
	Spend     decimal `csv:"mean_spend"`
	Lost      int     `csv:"lost"`
	LostShare decimal `csv:"share_lost"`
	LostLow   decimal `csv:"share_lost_low_95"`
	LostHigh  decimal `csv:"share_lost_high_95"`
}

// segments writes the segments as last asked for.
func (l *Local) segments(_ context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	scores, err := d.score(d.scoredBy)
	if err != nil {
		return nil, err
	}
	r, err := d.segmented(scores, d.segmentsBy)
	if err != nil {
		return nil, err
	}
	var rows []segmentRow
	for _, s := range r.Segments {
		rows = append(rows, segmentRow{s.Key, cell(l.segmentName(&r.Options, req.Lang, s.Key)), s.Rule.Text(r.Options.Bins),
			s.Customers, decimal(partOf(s.Customers, r.Customers)),
			decimal(s.Revenue.Float()), decimal(partOf(s.Revenue, r.Revenue)),
			decimal(s.Recency), decimal(s.Frequency), decimal(s.Spend),
			s.Loss.Lost, decimal(s.Loss.Share), decimal(s.Loss.Low), decimal(s.Loss.High)})
	}
	return table(rows)
}

// partOf is a part of a whole, NaN of nothing.
func partOf[N int | analysis.Money](part, whole N) float64 {
	if whole == 0 {
		return math.NaN()
	}
	return float64(part) / float64(whole)
}
