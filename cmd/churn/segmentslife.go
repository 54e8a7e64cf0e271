package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/lifecycle"
	"churnbench/app/i18n"
)

// lifeFlags are what the person says about the stages of customers' lives.
type lifeFlags struct {
	options lifecycle.Options
	before  analysis.Day // 0 takes the default
	alerts  string       // path; "" for none
	stages  string       // likewise
}

func (l *lifeFlags) declare(fs *flag.FlagSet) {
	o := &l.options
	word(fs, "life", "stages of customers' lives: exploration, growth, stability, decline, or first purchase, repeat; lapsed in either", &o.Model, "relationship", lifecycle.Funnel)
	fs.IntVar(&o.Recent, "life-recent", 0, "days of the recent window and of the one before it (default: the window of loss, at most half the data)")
	fs.IntVar(&o.Exploring, "life-purchases", 0, "purchases that end exploration (default "+strconv.Itoa(lifecycle.DefaultExploring)+")")
	word(fs, "life-trend", "what is compared between the two windows", &o.Trend, "purchases", lifecycle.BySpend)
	fs.Float64Var(&o.Growth, "life-growth", 0, "recent ÷ prior window from which it is growth (default 1.5)")
	fs.Float64Var(&o.Decline, "life-decline", 0, "recent ÷ prior window below which it is decline (default 0.5)")
	fs.Func("life-before", "earlier day that stages are compared with, such as 2024-06-30 (default: 91 days before the end)", func(s string) (err error) {
		l.before, err = analysis.ParseDay(s)
		return err
	})
	fs.StringVar(&l.alerts, "alerts", "", "file for the customers who have just entered decline (of the funnel: lapsed), as CSV")
	fs.StringVar(&l.stages, "stages", "", "file for the stage of every customer on both days, as CSV")
}

// askLife asks for the stages; data too short for them have none.
func (c *segmentsCall) askLife(ctx context.Context, e engine.Engine) (*engine.Lifecycle, error) {
	life, err := e.Lifecycle(ctx, engine.LifecycleRequest{Options: c.life.options, Definition: c.lost, Before: c.life.before})
	if err != nil && engine.AsError(err).Kind == analysis.NotEnough && c.life == (lifeFlags{}) {
		return nil, nil
	}
	return &life, err
}

// saveLife writes the lists that were asked for.
func (c *segmentsCall) saveLife(ctx context.Context, e engine.Engine) error {
	for table, path := range map[engine.TableName]string{engine.AlertsTable: c.life.alerts, engine.StagesTable: c.life.stages} {
		if path == "" {
			continue
		}
		f, err := e.Export(ctx, engine.ExportRequest{Table: table, Lang: string(c.lang)})
		if err != nil {
			return err
		}
		if err := os.WriteFile(path, f.Bytes, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// life prints the stages, where their customers went, and how many entered decline.
func (p *segmentPrinter) life() {
	a := p.all.life
	if a == nil {
		return
	}
	r := &a.Result
	before, day := analysis.On("before", r.Before), analysis.On("day", r.Day)
	rows := [][]string{{p.t("lifecycle.stages"), p.t("segments.customers"), p.t("segments.share"), p.t("segments.revenue"), p.lang.Date(r.Before), p.t("segments.lost")}}
	for _, s := range r.Stages {
		rows = append(rows, []string{p.stage(s.Stage), p.lang.Int(s.Now.Customers), p.share(s.Now.Share), p.share(s.Now.Brings), p.lang.Int(s.Before.Customers),
			p.lost(s.Now.Lost.Value, s.Now.Lost.Low, s.Now.Lost.High)})
	}
	p.table(p.t("segments.tab.lifecycle"), rows)
	rows = [][]string{{p.t("lifecycle.from"), p.t("segments.customers")}}
	for _, s := range r.Stages {
		rows[0] = append(rows[0], p.stage(s.Stage))
	}
	for _, m := range r.Moves {
		row := []string{p.stage(m.Stage), p.lang.Int(m.Customers)}
		for _, to := range m.To {
			row = append(row, p.share(to.Value))
		}
		rows = append(rows, row)
	}
	p.table(p.t("lifecycle.moves.said", before, day), rows)
	fmt.Fprintln(p.w, p.t("lifecycle.alerts.said", analysis.Count("entered", a.Entered), analysis.Text("stage", p.stage(a.Alarm)), before,
		analysis.Text("stake", p.lang.Money(a.AtStake.Float(), p.all.Dataset.Currency))))
	printWarnings(p.w, p.lang, r.Warnings)
}

func (p *segmentPrinter) stage(s lifecycle.Stage) string {
	return p.t(i18n.Key("groups.lifecycle." + s.Key()))
}
