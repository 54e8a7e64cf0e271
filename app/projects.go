package app

import (
	"reflect"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	doc "churnbench/analysis/report"
	"churnbench/app/browser"
	"churnbench/app/project"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// project is what is written down of this page.
func (w *Workbench) project() engine.ProjectRequest {
	shown, proj := w.report.Put(), &w.proj
	if w.aside != nil { // the one that waits for its data is not about these
		shown, proj = w.aside.report, &w.aside.proj
	}
	shown.Blocks = slices.Clone(shown.Blocks)
	return engine.ProjectRequest{Project: engine.Project{Report: shown, Program: browser.Version(), Name: proj.Name, Lang: string(w.host.Lang),
		Saved: w.host.Now().Format(time.RFC3339), Questions: w.questions(), Notes: proj.Notes}}
}

// save saves the project, with the results' receipts unless the person wants none: those
// that have just been computed need not be computed again.
func (w *Workbench) save() { w.saveThen(func() {}) }

// saveThen saves the project, and does something once that is done.
func (w *Workbench) saveThen(then func()) {
	switch {
	case w.host.Dataset == nil:
		return
	case w.proj.Waits: // its name would stand over another one's questions
		w.host.Tell(w.host.T("leave.waits"), ui.CautionLevel)
		return
	}
	req := w.project()
	req.Data = w.proj.Data && w.host.Dataset.Truth == nil
	w.receipts(&req)
	screen.Ask(&w.host, &w.proj.Saving, req, w.host.Engine.Project, func(f engine.File) {
		w.host.Saver.SaveBytes(f.Name, f.MIME, f.Bytes)
		w.proj.Opened, w.begun = &req.Project, req.Project.Questions
		w.data.Saved()
		if !req.Data { // an archive is more than its project
			w.readBack(f, w.proj.Saved)
		}
		then()
	})
}

// receipts has the results' receipts put into a project, unless the person wants none.
func (w *Workbench) receipts(req *engine.ProjectRequest) {
	if !w.proj.NoReceipts {
		req.Project.Receipts = w.proj.Fresh(&req.Project.Questions, sameQuestions)
		req.Compute = req.Project.Receipts == nil
	}
}

func sameQuestions(a, b *engine.Questions) bool { return reflect.DeepEqual(a, b) }

// readBack reads a project that was written, as it will be read one day: so its fingerprints
// and receipts are known, and that it can be.
func (w *Workbench) readBack(f engine.File, then func(*engine.Project)) {
	screen.Ask(&w.host, &w.proj.Back, engine.SourceRef{Text: f.Bytes}, w.host.Engine.Contents, func(members []engine.Member) {
		for _, m := range members {
			if m.Project != nil {
				then(m.Project)
			}
		}
	})
}

// opened takes a project that was read from a file; nil closes the one that is open.
func (w *Workbench) opened(p *engine.Project) {
	if p == nil {
		if back := w.aside; back != nil && w.proj.Waits {
			w.proj.Return(back.proj)
			w.report.Take(back.report)
		} else {
			w.proj.Close()
		}
		w.data.Project, w.aside = nil, nil
		w.keep.Closed()
		return
	}
	if w.host.Dataset != nil && !w.proj.Waits {
		w.aside = &aside{w.proj, w.report.Put()}
	}
	w.proj.Open(p)
	shown := p.Report // a copy, as the person changes it
	shown.Blocks = slices.Clone(shown.Blocks)
	w.report.Take(shown)
}

// carried is the project whose choices hold for another dataset: the one that waits for
// it, or the work on the page, as it stands, if its files were read again or it is an open
// project. Another sample closes that, and so do files after a sample.
func (w *Workbench) carried(d *engine.Dataset) *engine.Project {
	was := w.host.Dataset
	switch {
	case w.proj.Waits || was == nil:
		return w.proj.Opened
	case w.data.Again():
	case w.proj.Opened == nil, (was.Truth != nil || d.Truth != nil) && was.Name != d.Name:
		w.opened(nil)
		w.report.Take(doc.Report{})
		return nil
	}
	p := w.project().Project
	p.Columns = was.Columns
	return &p
}

// beginning is what was asked when nothing was unsaved, by the columns of another dataset
// for which the work goes on. Nothing is, where other work begins.
func (w *Workbench) beginning(d *engine.Dataset, carried *engine.Project) (q engine.Questions) {
	if carried != nil && !w.proj.Waits {
		was := engine.Project{Questions: w.begun, Columns: carried.Columns}
		q, _ = was.On(d)
	}
	return q
}

// apply makes the choices of a project those of the screens. What one that waited for its
// data asks is saved; work that goes on is compared with what was.
func (w *Workbench) apply(p *engine.Project) {
	q, doubts := p.On(w.host.Dataset)
	if !w.proj.Waits {
		w.adopt(&w.begun) // so that it is written as the screens write it
		w.begun = w.questions()
	}
	w.adopt(&q)
	if w.proj.Waits {
		w.begun = w.questions()
	}
	w.proj.Waits, w.proj.Doubts = false, doubts
}

// replay puts the questions of the project again, to compare.
func (w *Workbench) replay(p *engine.Project) {
	if len(p.Receipts) == 0 {
		return
	}
	req := w.project()
	req.Compute = true
	req.Project.Questions, _ = p.On(w.host.Dataset)
	screen.Ask(&w.host, &w.proj.Replay, req, w.host.Engine.Project, func(f engine.File) {
		w.readBack(f, func(now *engine.Project) { w.proj.Replayed(p, now) })
	})
}

// projectChip leads to the project, with a dot while something of it is not saved.
func (w *Workbench) projectChip() app.UI {
	p := ui.ChipProps{Href: "#/project", Icon: ui.IconFile, Strong: w.proj.Name, Title: w.host.T("project.chip.saved")}
	if p.Strong == "" {
		p.Text = w.host.T("screen.project")
	}
	if w.losing() {
		p.Icon, p.Dot, p.Tone, p.Title = ui.IconNone, true, ui.Warn, w.host.T("project.chip.unsaved")
		p.Text = w.host.T("project.unsaved")
	}
	return ui.Chip(p)
}

// projectNotice leads to what has changed since a project was saved, and to what of it
// these data do not allow.
func (w *Workbench) projectNotice() app.UI {
	s := &w.proj
	if !s.News && len(s.Doubts) == 0 || s.Told || w.route == "project" || w.host.Dataset == nil {
		return nil
	}
	p := ui.NoticeProps{Lang: w.host.Lang, Title: w.host.T("project.applied", analysis.Text("name", project.Title(&w.host, s))), Text: w.host.T("project.applied.doubts", analysis.Count("n", len(s.Doubts))),
		Actions: []app.UI{ui.LinkButton(ui.LinkProps{Label: w.host.T("project.look"), Href: "#/project"})},
		OnClose: func(app.Context) { s.Told = true }}
	if len(s.Doubts) == 0 {
		p.Text = w.host.T("project.applied.text")
	} else {
		p.Level = ui.CautionLevel
	}
	return ui.Notice(p)
}

func (w *Workbench) projectView() app.UI {
	return project.View(&w.host, &w.proj, project.Props{Questions: w.questions(), Unsaved: w.unsaved(), Save: w.save,
		Close: w.closeProject, Show: w.show, Touched: w.touched, Kept: w.keepCard()})
}

// closeProject lets go of the open project, which loses its name and notes.
func (w *Workbench) closeProject() {
	w.replacing(screen.ByClosing, func() { w.opened(nil) }, func() {})
}
