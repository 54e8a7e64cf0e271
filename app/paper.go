package app

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/engine"
	doc "churnbench/analysis/report"
	"churnbench/app/browser"
	"churnbench/app/customers"
	"churnbench/app/i18n"
	"churnbench/app/report"
	"churnbench/app/screen"
	"churnbench/app/ui"
	"churnbench/app/value"
)

// A Paper is a project whose report is to be written where there is no page.
type Paper struct {
	Engine  engine.Engine // takes one question at a time; the dataset is loaded
	Dataset engine.Dataset
	Project *engine.Project
	Files   []engine.ProjectFile // of the data, for their fingerprints
	Lang    i18n.Lang
	Version string           // of the program, for the foot
	Clock   func() time.Time // nil for now
}

// A Written report is a page, and the titles of what it should show and cannot with why.
type Written struct {
	HTML    string
	Missing []string
}

// Write writes the report as the page does: the same screens ask the same questions, and the
// same sentences are made of the answers. A project without a report has the standard one.
func Write(ctx context.Context, p Paper) (Written, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop() // whoever still wants to draw
	turns := make(chan func())
	w := &Workbench{program: p.Version}
	w.host = screen.Host{Engine: p.Engine, Saver: browser.Saver{}, Lang: p.Lang, Clock: p.Clock, Open: func(string) {},
		Focus: func(string) {}, Cancel: func() {}, Attach: func(app.Event) []screen.Attached { return nil },
		Tell: func(string, ui.Level) {}, Define: w.define, Loaded: w.loaded,
		Redraw: func(f func()) {
			select {
			case turns <- f:
			case <-ctx.Done():
			}
		}}
	w.value.Options, w.customers, w.route = value.Defaults(), customers.Start(), "report"
	w.lay(&p)
	for w.due() {
		select {
		case turn := <-turns:
			turn()
		case <-ctx.Done():
			return Written{}, ctx.Err()
		}
	}
	d := w.document(w.asChosen())
	return Written{doc.Write(d), missing(d)}, nil
}

// lay opens the project with its data, as a person does.
func (w *Workbench) lay(p *Paper) {
	project := *p.Project
	project.Receipts = nil // they are not compared here
	w.opened(&project)
	w.loaded(p.Dataset)
	w.proj.Wrote(&engine.Project{Files: p.Files})
	if len(w.report.Report.Blocks) == 0 {
		report.Begin(&w.host, &w.report, w.exhibits())
	}
}

// due asks for what the report lacks, and reports whether an answer is to be waited for.
func (w *Workbench) due() bool {
	report.Settle(&w.host, &w.report, w.asChosen())
	return w.definition.Busy || report.Due(&w.report, w.asChosen())
}

// missing says of every exhibit that cannot be shown why.
func missing(d *doc.Document) (list []string) {
	for i := range d.Parts {
		if p := &d.Parts[i]; p.Missing != "" {
			list = append(list, p.Title+" · "+p.Missing)
		}
	}
	return list
}
