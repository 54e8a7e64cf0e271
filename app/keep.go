package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/keep"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// keeper is what remembering needs of the page.
func (w *Workbench) keeper() keep.Keeper {
	return keep.Keeper{Project: w.kept, Sources: w.sources, Wait: w.later, Tell: w.siblings.Tell}
}

// kept is what is remembered of this page: a project with its receipts, as a file has them.
func (w *Workbench) kept() engine.ProjectRequest {
	req := w.project()
	w.receipts(&req)
	return req
}

// heard takes in what was done in another tab.
func (w *Workbench) heard(d browser.Deed) {
	switch d {
	case browser.DeedKept, browser.DeedForgot:
		if keep.Heard(&w.host, &w.keep) {
			w.news = d
		}
	case browser.DeedErased:
		keep.Heard(&w.host, &w.keep)
		if w.host.Dataset != nil {
			w.news = d
		}
	case browser.DeedUpdated:
		w.update, w.news = false, d
	}
}

// siblingNotice says what was done in another tab, nil if that changes nothing here.
func (w *Workbench) siblingNotice() app.UI {
	if w.news == "" {
		return nil
	}
	key := i18n.Key("siblings." + w.news)
	p := ui.NoticeProps{Lang: w.host.Lang, Level: ui.CautionLevel, Title: w.host.T(key), Text: w.host.T(key + ".text"),
		OnClose: func(app.Context) { w.news = "" }}
	switch w.news {
	case browser.DeedErased:
		p.Actions = []app.UI{ui.Button(ui.ButtonProps{ID: "sibling-erase", Label: w.host.T("erase.open"), OnClick: func(app.Context) { w.askToErase() }})}
	case browser.DeedUpdated:
		p.Actions = []app.UI{ui.Button(ui.ButtonProps{ID: "sibling-reload", Label: w.host.T("shell.update.now"), OnClick: func(app.Context) { browser.Reload() }})}
	}
	return ui.Notice(p)
}

// sources are the files of the dataset; a page in a test has none.
func (w *Workbench) sources() []browser.File {
	if w.engine == nil {
		return nil
	}
	return w.engine.Sources()
}

func (w *Workbench) keepCard() app.UI {
	return keep.Card(&w.host, &w.keep, w.keeper(), w.reopen, w.forget)
}

// offer is the card that the start offers to go on with.
func (w *Workbench) offer() app.UI { return keep.Offer(&w.host, &w.keep, w.reopen, w.forget) }

// reopen opens what is remembered.
func (w *Workbench) reopen() {
	w.replacing(screen.ByProject, func() {
		keep.Open(&w.host, &w.keep, func(files []browser.File) {
			w.leaving.sure = true
			w.dropped(files)
			if len(files) > 1 {
				w.data.ReadAtOnce()
			}
		})
	}, func() {})
}

func (w *Workbench) forget() { keep.Forget(&w.host, &w.keep, w.keeper()) }

// keptState says in the rail when the project was last remembered.
func (w *Workbench) keptState() app.UI {
	note := keep.Note(&w.host, &w.keep)
	if note == "" {
		return nil
	}
	return ui.Chip(ui.ChipProps{Icon: ui.IconSave, Text: note, Title: w.host.T("keep.note.title"), Href: "#/privacy"})
}

// version leads to what is known of this build.
func (w *Workbench) version() app.UI {
	return app.A().Class("version").Href("#/privacy").Text(w.host.T("version.short", analysis.Text("version", browser.Version())))
}

// eraseCard leads to erasing everything.
func (w *Workbench) eraseCard() app.UI {
	var u keep.Unsaved
	if w.unsaved() { // a project that is remembered is erased, too
		u = keep.Unsaved{Text: w.host.T("leave.erase", analysis.Text("name", w.work()), analysis.Text("what", w.unsavedWork())), Save: w.saveThen, Err: w.proj.Saving.Err}
	}
	return keep.EraseCard(&w.host, &w.erasure, w.engine, u, w.erased)
}

// askToErase opens the dialog, wherever the person is.
func (w *Workbench) askToErase() {
	browser.Go("privacy")
	keep.AskToErase(&w.host, &w.erasure, w.engine)
}

// erased lets go of what the page itself knows, too: what is left is the receipt.
func (w *Workbench) erased() {
	w.screens, w.keep, w.toasts = screens{}, keep.State{}, nil
	w.host.Dataset, w.host.Definition, w.host.ClusterNames = nil, churn.Definition{}, nil
	w.siblings.Tell(browser.DeedErased)
	w.focus(ui.TitleID)
}

// receipt is the whole page once everything has been erased.
func (w *Workbench) receipt() app.UI {
	return ui.Frame(w.host.Lang, ui.Rail(ui.RailProps{Lang: w.host.Lang}), ui.TopBar(nil, []app.UI{w.badge()}),
		app.Div().Class("screen").Body(
			ui.Toasts(w.host.Lang, w.toasts, func(_ app.Context, id int) { w.dismiss(id) }),
			w.erasure.Receipt.View(&w.host)))
}

// touched notes that something about the project has changed: what is remembered of it is
// written again in a while.
func (w *Workbench) touched() {
	if !w.proj.Waits { // its name would stand over another one's questions
		keep.Changed(&w.host, &w.keep, w.keeper())
	}
}

// losing reports whether leaving the page would lose what the person decided.
func (w *Workbench) losing() bool { return w.unsaved() && !w.keep.Current() }

// leavingPage reports whether closing the page would: corrections that nothing was read by
// yet are work, too.
func (w *Workbench) leavingPage() bool { return w.losing() || w.data.Pending() }
