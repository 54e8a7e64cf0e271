package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// Survival implements engine.Engine.
func (l *Local) Survival(ctx context.Context, req engine.SurvivalRequest) (engine.Survival, error) {
	d, err := l.loaded()
	if err != nil {
		return engine.Survival{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.survival"})
	v, study, err := l.study(d, req)
	if err != nil {
		return engine.Survival{}, err
	}
	d.survived = req
	out := engine.Survival{Lifetimes: v.asked, Bases: d.about.Bases, Attributes: v.attributes(), Tiered: v.tiered(),
		Study: *study, Lapse: v.lapse, Warnings: v.doubts(study)}
	return out, draw(
		d.keep(&out.Curve, d.styled(req.Layout.InColumn()), func(st figure.Style) (figure.Figure, error) { return chart.Survival(study, st) }),
		d.keep(&out.Causes, d.styled(req.Layout.InColumn()), func(st figure.Style) (figure.Figure, error) { return causes(v, study, st) }),
	)
}

// causes draws who has left by which cause, of everybody together; nothing where the
// data do not tell causes apart.
func causes(v *lives, s *survival.Study, st figure.Style) (figure.Figure, error) {
	if len(s.Causes) == 0 {
		return figure.Figure{}, nil
	}
	all, err := survival.CumulativeIncidence(&v.roll.Subjects, nil, s.Interval, s.Comparison.Level)
	if err != nil {
		return figure.Figure{}, err
	}
	return chart.Causes(s, &all[0], st)
}

// study makes the study of a request, its labels in the request's language.
func (l *Local) study(d *dataset, req engine.SurvivalRequest) (*lives, *survival.Study, error) {
	v, err := l.lives(d, req.Lifetimes, req.Layout.Lang)
	if err != nil {
		return nil, nil, err
	}
	by, err := v.part(req.Group)
	if err != nil {
		return nil, nil, err
	}
	l.speak(v.roll, by, req.Layout.Lang)
	s, err := survival.NewStudy(v.roll, by, survival.Options{Interval: req.Interval, Level: req.Level, Horizon: req.Horizon})
	if err != nil {
		return nil, nil, err
	}
	s.Origin, s.End, s.Rule, s.Window = v.origin, v.end, v.asked.Rule, v.lapse.Window
	if req.Group.By == engine.ByColumn {
		s.Column = v.columns[req.Group.Column].Name
	}
	return v, s, nil
}

// speak gives groups and causes their names in a language, those in which warnings
// name them too.
func (l *Local) speak(r *survival.Roll, by *survival.Partition, lang string) {
	l.name(r.Causes, lang)
	r.Subjects.Causes = texts(r.Causes)
	if by != nil {
		l.name(by.Labels, lang)
		by.Groups.Names = texts(by.Labels)
	}
}

func texts(labels []survival.Label) []string {
	out := make([]string, len(labels))
	for i, label := range labels {
		out[i] = label.Text
	}
	return out
}

// name gives labels that the file has no word for one in a language.
func (l *Local) name(labels []survival.Label, lang string) {
	for i, label := range labels {
		if label.Key != "" {
			labels[i].Text = l.words(lang, label.Key)
		}
	}
}

type survivalRow struct {
	Group    cell    `csv:"group"`
	Time     decimal `csv:"time"`
	Unit     string  `csv:"unit"`
	AtRisk   int     `csv:"at_risk"`
	Lost     int     `csv:"lost"`
	Censored int     `csv:"censored"`
	S        decimal `csv:"survival"`
	SE       decimal `csv:"se"`
	Low      decimal `csv:"low"`
	High     decimal `csv:"high"`
	Hazard   decimal `csv:"cumulative_hazard"`
	HazardSE decimal `csv:"cumulative_hazard_se"`
}

// survival writes the curves that were last asked for.
func (l *Local) survival(_ context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	s, err := l.lastStudy(d, req.Lang)
	if err != nil {
		return nil, err
	}
	var rows []survivalRow
	for k, g := range s.Comparison.Groups {
		c, h := &g.Curve, &g.Hazard
		for i, t := range c.Time {
			rows = append(rows, survivalRow{cell(s.Labels[k].Text), decimal(t), string(s.Comparison.Unit), c.AtRisk[i], c.Events[i], c.Censored[i],
				decimal(c.S[i]), decimal(c.SE[i]), decimal(c.Low[i]), decimal(c.High[i]), decimal(h.H[i]), decimal(h.SE[i])})
		}
	}
	return table(rows)
}

// lastStudy makes the study that was last asked for anew, in a language.
func (l *Local) lastStudy(d *dataset, lang string) (*survival.Study, error) {
	req := d.survived
	req.Layout.Lang = lang
	_, s, err := l.study(d, req)
	return s, err
}

type incidenceRow struct {
	Group  cell    `csv:"group"`
	Cause  cell    `csv:"cause"`
	Time   decimal `csv:"time"`
	Unit   string  `csv:"unit"`
	AtRisk int     `csv:"at_risk"`
	Lost   int     `csv:"lost"`
	Share  decimal `csv:"cumulative_incidence"`
	SE     decimal `csv:"se"`
	Low    decimal `csv:"low"`
	High   decimal `csv:"high"`
}

// incidence writes who left by which cause.
func (l *Local) incidence(_ context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	s, err := l.lastStudy(d, req.Lang)
	if err != nil {
		return nil, err
	}
	if len(s.Causes) == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "survival.no-causes").Or("survival.no-causes.remedy")
	}
	var rows []incidenceRow
	for g, in := range s.Incidence {
		for k := range s.Causes {
			for i, t := range in.Time {
				rows = append(rows, incidenceRow{cell(s.Labels[g].Text), cell(s.Causes[k].Text), decimal(t), string(s.Comparison.Unit), in.AtRisk[i], in.Events[k][i],
					decimal(in.Share[k][i]), decimal(in.SE[k][i]), decimal(in.Low[k][i]), decimal(in.High[k][i])})
			}
		}
	}
	return table(rows)
}
