package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/browser"
	"churnbench/app/ui"
)

func (w *Workbench) keyStyle() ui.KeyStyle { return ui.KeyStyle{Lang: w.host.Lang, Mac: w.mac} }

// sheetDialog lists every key, and lets those of a single character be turned off.
func (w *Workbench) sheetDialog() app.UI {
	return &ui.Dialog{Lang: w.host.Lang, ID: "sheet", Title: w.host.T("keys.title"), Open: w.sheet, Wide: true,
		Body: func() []app.UI { return []app.UI{w.keyList()} }, OnClose: func(app.Context) { w.sheet = false }}
}

// keyList is the sheet's content, which the help screen shows as well.
func (w *Workbench) keyList() app.UI {
	return ui.Stack(w.keyStyle().List(w.keyGroups()), &ui.Checkbox{ID: "single-keys", Label: w.host.T("keys.single"), Hint: w.host.T("keys.single.hint"),
		Checked: !w.noLetters, OnChange: func(_ app.Context, on bool) { w.setLetters(on) }})
}

func (w *Workbench) setLetters(on bool) {
	w.noLetters = !on
	browser.SetSingleKeys(on)
}
