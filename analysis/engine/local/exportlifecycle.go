package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/lifecycle"
)

// lived returns what the lifecycle was last asked for, with the days that compares.
func (d *dataset) lived() (*lifecycle.Life, *churn.Spells, engine.LifecycleRequest, error) {
	req := d.livedBy
	life, lost, err := d.life(req.Options, req.Definition)
	if err != nil {
		return nil, nil, req, err
	}
	req.Before, req.Day, err = life.CheckDays(req.Before, req.Day)
	return life, lost, req, err
}

// A stageRow is one customer's stages. Who had not bought yet on a day has none.
type stageRow struct {
	Customer  cell   `csv:"customer"`
	Before    string `csv:"stage_before"`
	Now       string `csv:"stage"`
	NameThen  string `csv:"stage_name_before"`
	Name      string `csv:"stage_name"`
	DayBefore string `csv:"day_before"`
	Day       string `csv:"day"`
}

// stages lists the stage of every customer on both days.
func (l *Local) stages(_ context.Context, d *dataset, out engine.ExportRequest) ([]byte, error) {
	life, _, req, err := d.lived()
	if err != nil {
		return nil, err
	}
	was, is := life.At(req.Before), life.At(req.Day)
	var rows []stageRow
	for c, now := range is {
		if now == lifecycle.NotYet {
			continue
		}
		then := was[c]
		rows = append(rows, stageRow{cell(d.log.IDs.At(c)), then.Key(), now.Key(), l.stageName(out.Lang, then), l.stageName(out.Lang, now), req.Before.String(), req.Day.String()})
	}
	return table(rows)
}

func (l *Local) stageName(lang string, s lifecycle.Stage) string {
	return l.words(lang, "groups.lifecycle."+s.Key())
}

// An alertRow is one customer who has just entered decline.
type alertRow struct {
	Customer    cell    `csv:"customer"`
	Was         string  `csv:"stage_before"`
	Name        string  `csv:"stage_name_before"`
	Since       string  `csv:"since"`
	Stake       decimal `csv:"revenue_at_stake"`
	PriorDays   int     `csv:"purchase_days_window_before"`
	RecentDays  int     `csv:"purchase_days_recent_window"`
	PriorSpend  decimal `csv:"spend_window_before"`
	RecentSpend decimal `csv:"spend_recent_window"`
	Window      int     `csv:"window_days"`
}

// alerts lists all of them, the most revenue at stake first.
func (l *Local) alerts(_ context.Context, d *dataset, out engine.ExportRequest) ([]byte, error) {
	life, lost, req, err := d.lived()
	if err != nil {
		return nil, err
	}
	var rows []alertRow
	money := func(m analysis.Money) decimal { return decimal(m.Float()) }
	_, entered := life.Between(req.Before, req.Day, lost)
	life.Since(entered, req.Before, req.Day)
	for _, a := range entered {
		rows = append(rows, alertRow{cell(d.log.IDs.At(int(a.Customer))), a.Was.Key(), l.stageName(out.Lang, a.Was), a.Since.String(), money(a.Stake()),
			a.Prior.Days, a.Recent.Days, money(a.Prior.Spend), money(a.Recent.Spend), life.Options.Recent})
	}
	return table(rows)
}
