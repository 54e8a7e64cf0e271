package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/ui"
)

// explain opens the dialog that says how a number came about.
func (w *Workbench) explain(p ui.ExplainProps) {
	w.explained, w.telling, w.explaining = p, nil, true
}

// describe opens the same dialog to say something else.
func (w *Workbench) describe(title string, body func() []app.UI) {
	w.explained, w.telling, w.explaining = ui.ExplainProps{Lang: w.host.Lang, Title: title}, body, true
}

func (w *Workbench) explanation() app.UI {
	return &ui.Dialog{Lang: w.host.Lang, ID: "explanation", Title: w.explained.Name(), Open: w.explaining,
		Body: w.explainedBody, OnClose: func(app.Context) { w.explaining = false }}
}

func (w *Workbench) explainedBody() []app.UI {
	if w.telling != nil {
		return w.telling()
	}
	return []app.UI{ui.ExplainBody(w.explained)}
}
