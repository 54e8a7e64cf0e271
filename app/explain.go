package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/ui"
)

// explain opens the dialog that says how a number came about.
func (w *Workbench) explain(p ui.ExplainProps) { w.explained, w.explaining = p, true }

func (w *Workbench) explanation() app.UI {
	return &ui.Dialog{Lang: w.host.Lang, ID: "explanation", Title: w.explained.Name(), Open: w.explaining,
		Body:    func() []app.UI { return []app.UI{ui.ExplainBody(w.explained)} },
		OnClose: func(app.Context) { w.explaining = false }}
}
