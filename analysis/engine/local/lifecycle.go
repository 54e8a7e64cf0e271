package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/lifecycle"
)

// Lifecycle implements engine.Engine.
func (l *Local) Lifecycle(_ context.Context, req engine.LifecycleRequest) (engine.Lifecycle, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Lifecycle{}, err
	}
	life, lost, err := d.life(req.Options, req.Definition)
	if err != nil {
		return engine.Lifecycle{}, err
	}
	if req.Before, req.Day, err = life.CheckDays(req.Before, req.Day); err != nil {
		return engine.Lifecycle{}, err
	}
	d.livedBy = req
	result, entered := life.Between(req.Before, req.Day, lost)
	out := engine.Lifecycle{Result: *result, InForce: lost.By, Alarm: life.Options.Model.Alarm()}
	if life.Options.Model == lifecycle.Funnel {
		out.Potential = d.potential(req.Before, req.Day)
	}
	d.alert(&out, life, entered, req)
	course := life.Course(req.Day)
	return out, draw(d.keep(&out.Course, d.styled(req.Layout.InColumn()), func(st figure.Style) (figure.Figure, error) {
		return chart.LifecycleCourse(course, st)
	}))
}

// life holds the log to the rules of a model; lost are the spells by the definition in
// force.
func (d *dataset) life(opt lifecycle.Options, inForce churn.Definition) (life *lifecycle.Life, lost *churn.Spells, err error) {
	study, err := d.churnStudy()
	if err != nil {
		return nil, nil, err
	}
	if lost, err = study.Spells(inForce); err != nil {
		return nil, nil, err
	}
	lapsed, err := study.Spells(opt.LossOf(inForce))
	if err != nil {
		return nil, nil, err
	}
	life, err = lifecycle.New(d.log, lapsed, opt)
	return life, lost, err
}

// alert takes a page of the list of alerts.
func (d *dataset) alert(out *engine.Lifecycle, life *lifecycle.Life, list []lifecycle.Alert, req engine.LifecycleRequest) {
	out.Entered = len(list)
	for i := range list {
		out.AtStake += list[i].Stake()
	}
	limit := req.Limit
	if limit <= 0 {
		limit = engine.AlertRows
	}
	out.Offset = min(max(req.Offset, 0), len(list))
	page := list[out.Offset:min(len(list), out.Offset+min(limit, MaxPage))]
	life.Since(page, req.Before, req.Day)
	for _, a := range page {
		out.Alerts = append(out.Alerts, engine.LifecycleAlert{ID: d.log.IDs.At(int(a.Customer)), Was: a.Was, Since: a.Since, Prior: a.Prior, Recent: a.Recent})
	}
}

// byStage divides customers by the stage of their life.
func (d *dataset) byStage(by engine.Segmentation, at analysis.Day) (*groups, error) {
	life, _, err := d.life(by.Life, by.Definition)
	if err != nil {
		return nil, err
	}
	order := life.Options.Model.Stages()
	keys := make([]string, len(order))
	var place [lifecycle.Lapsed + 1]int32
	for i, s := range order {
		keys[i], place[s] = s.Key(), int32(i)
	}
	g := d.notYet(keys)
	g.lapsed = make([]bool, len(keys))
	g.lapsed[place[lifecycle.Lapsed]] = true
	for c, s := range life.At(at) {
		if s != lifecycle.NotYet {
			g.of[c] = place[s]
		}
	}
	return g, nil
}
