package keep

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// An Unsaved is work that erasing would lose.
type Unsaved struct {
	Text string            // what it is, "" for none
	Save func(then func()) // as a file, then does something
	Err  *analysis.Error   // why it could not be saved
}

// EraseCard leads to the dialog that erases everything. done runs once it has been done.
func EraseCard(h *screen.Host, s *Erasure, e *browser.Engine, u Unsaved, done func()) app.UI {
	return ui.Card(ui.CardProps{ID: "erase-card", Title: h.T("erase.title"), Lead: h.T("erase.lead")},
		ui.Row(ui.Button(ui.ButtonProps{ID: "erase", Label: h.T("erase.open"), Icon: ui.IconClose,
			OnClick: func(app.Context) { AskToErase(h, s, e) }})),
		&ui.Dialog{Lang: h.Lang, ID: "erase-dialog", Title: h.T("erase.title"), Open: s.Asking,
			Body:    func() []app.UI { return append(u.said(h), ask(h, s)...) },
			Actions: func() []app.UI { return answers(h, s, u, func() { erase(h, s, e, done) }) },
			OnClose: func(app.Context) { s.Asking = s.Busy }})
}

// said tells of unsaved work.
func (u Unsaved) said(h *screen.Host) []app.UI {
	if u.Text == "" {
		return nil
	}
	list := []app.UI{ui.Notice(ui.NoticeProps{Lang: h.Lang, Level: ui.CautionLevel, Title: h.T("project.unsaved"), Text: u.Text})}
	if u.Err != nil {
		list = append(list, ui.Failure(h.Lang, u.Err))
	}
	return list
}

// answers are the dialog's buttons: what is not saved can be, first.
func answers(h *screen.Host, s *Erasure, u Unsaved, erase func()) []app.UI {
	now := ui.ButtonProps{ID: "erase-now", Label: h.T("erase.now"), Kind: ui.Danger, Busy: s.Busy, Disabled: s.Found == nil, OnClick: func(app.Context) { erase() }}
	var list []app.UI
	if u.Text != "" {
		now.Label = h.T("leave.unerased")
		list = append(list, ui.Button(ui.ButtonProps{ID: "erase-save", Label: h.T("leave.erasing"), Icon: ui.IconSave, Disabled: s.Found == nil || s.Busy,
			OnClick: func(app.Context) { u.Save(erase) }}))
	}
	return append(list, ui.Button(now),
		ui.Button(ui.ButtonProps{ID: "erase-cancel", Label: h.T("ui.cancel"), Disabled: s.Busy, OnClick: func(app.Context) { s.Asking = false }}))
}

// ask lists what would be erased.
func ask(h *screen.Host, s *Erasure) []app.UI {
	if s.Found == nil {
		return []app.UI{ui.Skeleton(4)}
	}
	var rows [][]app.UI
	for _, t := range s.Found {
		if !t.Kind.OfOffline() {
			rows = append(rows, ui.Cells(h.T(i18n.Key("erase.what."+t.Kind)), amount(h, t)))
		}
	}
	return []app.UI{
		app.P().Text(h.T("erase.ask")),
		ui.PlainTable(ui.PlainTableProps{Label: h.T("erase.found"), Compact: true, Rows: rows,
			Columns: []ui.Column{{Title: h.T("erase.what")}, {Title: h.T("erase.found")}}}),
		offlineToo(h, s),
	}
}

// offlineToo is the box for the offline copy, if there is one.
func offlineToo(h *screen.Host, s *Erasure) app.UI {
	for _, t := range s.Found {
		if t.Kind == browser.OfflineTrace && t.Count > 0 {
			return &ui.Checkbox{ID: "erase-offline", Label: h.T("erase.offline"), Checked: s.Offline,
				Hint:     h.T("erase.offline.hint", analysis.Count("files", t.Count), analysis.Size("size", t.Bytes)),
				OnChange: func(_ app.Context, on bool) { s.Offline = on }}
		}
	}
	return nil
}

// View shows the receipt, and the way to begin anew. Nothing else of the page is left.
func (r *Receipt) View(h *screen.Host) app.UI {
	finding := h.T("erase.done")
	if !r.Clean() {
		finding = h.T("erase.left")
	}
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("erase.receipt"), Finding: finding}),
		ui.Card(ui.CardProps{ID: "receipt", Foot: h.T("erase.receipt.foot", analysis.Text("time", dated(h, r.At)), analysis.Text("version", r.Version), analysis.Text("address", r.Address))},
			r.table(h)),
		ui.Card(ui.CardProps{Title: h.T("erase.cannot"), Lead: h.T("erase.cannot.lead")}, app.Ul().Class("plain-list").Body(app.Range(unerasable).Slice(func(i int) app.UI {
			return app.Li().Text(h.T(unerasable[i]))
		}))),
		r.next(h),
	)
}

func (r *Receipt) table(h *screen.Host) app.UI {
	var rows [][]app.UI
	for _, l := range r.Lines {
		fate := l.Fate()
		row := ui.Cells(h.T(i18n.Key("erase.what."+l.Before.Kind)), amount(h, l.Before), amount(h, l.After))
		rows = append(rows, append(row, ui.Badge(h.T(i18n.Key("erase.fate."+fate)), map[Fate]ui.Tone{Gone: ui.Accent, Left: ui.Bad}[fate])))
	}
	return ui.PlainTable(ui.PlainTableProps{Label: h.T("erase.receipt"), Rows: rows,
		Columns: []ui.Column{{Title: h.T("erase.what")}, {Title: h.T("erase.was")}, {Title: h.T("erase.is")}, {Title: h.T("erase.fate")}}})
}

// next is what can be done now. With the offline copy gone, opening the page again would
// make another one.
func (r *Receipt) next(h *screen.Host) app.UI {
	anew := "erase.anew.text"
	if r.Offline {
		anew = "erase.anew.offline"
	}
	return ui.Stack(app.P().Text(h.T(i18n.Key(anew))), ui.Row(
		ui.Button(ui.ButtonProps{ID: "save-receipt", Label: h.T("erase.save"), Icon: ui.IconSave,
			OnClick: func(app.Context) {
				h.Saver.SaveBytes("churnbench-erased.txt", "text/plain;charset=utf-8", []byte("\ufeff"+r.Text(h)))
			}}),
		ui.Button(ui.ButtonProps{ID: "anew", Label: h.T("erase.anew"), Kind: ui.Primary, OnClick: func(app.Context) { browser.Reload() }}),
	))
}
