package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/browser"
	"churnbench/app/help"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// explainKey is F1: it explains what has the focus; in the palette, what had it before.
func (w *Workbench) explainKey() {
	if !w.palette {
		w.subject = browser.Focused()
	}
	w.palette = false
	w.explainSubject()
}

// explainSubject opens what there is to say of the nearest thing that can be explained:
// the figure, number, field or column that has the focus, else the screen.
func (w *Workbench) explainSubject() {
	s := &w.subject
	if w.presenter.On {
		s.Figure = w.presenter.ID()
	}
	switch x := w.exhibit(s.Figure); {
	case x != nil && x.Explain != nil:
		w.describe(x.Title, func() []app.UI { return explainFigure(x) })
	case s.OpenNumber():
	case s.Field != "":
		w.describe(s.Field, w.explainField)
	case s.Column != "" && w.columnText() != "":
		w.describe(s.Column, func() []app.UI { return []app.UI{app.P().Body(ui.Rich(w.columnText())...)} })
	default:
		w.describe(w.screenName(), w.explainScreen)
	}
}

// explainFigure says what a figure shows, then how it comes about.
func explainFigure(x *screen.Exhibit) (body []app.UI) {
	if x.Figure != nil {
		body = append(body, app.P().Text(x.Figure.Description))
	}
	return append(body, ui.ExplainBody(x.Explain()))
}

// explainField says what is typed there, where it stands and what it changes.
func (w *Workbench) explainField() []app.UI {
	var texts []string
	if w.subject.Hint != "" {
		texts = append(texts, w.subject.Hint)
	}
	if w.subject.Choices != "" {
		texts = append(texts, w.host.T("explained.choices", analysis.Text("list", w.subject.Choices)))
	}
	if w.subject.Card != "" {
		texts = append(texts, w.host.T("explained.stands", analysis.Text("card", w.subject.Card), analysis.Text("screen", w.screenName())))
	}
	changes := i18n.Key("explained.changes")
	if w.route == "data" || w.route == "definition" {
		changes += i18n.Key("." + w.route)
	}
	texts = append(texts, w.host.T(changes))
	return paragraphs(texts)
}

func paragraphs(texts []string) []app.UI {
	body := make([]app.UI, len(texts))
	for i, text := range texts {
		body[i] = app.P().Text(text)
	}
	return body
}

// columnText is what the column's heading means: its hint, else the term that it names.
func (w *Workbench) columnText() string {
	if w.subject.Hint != "" {
		return w.subject.Hint
	}
	for _, name := range help.Terms {
		if key := i18n.Key("help.term." + name); strings.Contains(strings.ToLower(w.subject.Column), strings.ToLower(w.host.T(key))) {
			return w.host.T(key + ".text")
		}
	}
	return ""
}

// screenTerms are the words that a screen supposes to be known.
var screenTerms = map[string][]string{
	"definition": {"window", "lapsed", "tier", "interval"},
	"overview":   {"churn", "lapsed", "interval"},
	"retention":  {"cohort", "retention", "survival", "open", "interval"},
	"segments":   {"rfm", "tier", "lapsed"},
	"value":      {"alive", "clv", "equity", "discount", "interval"},
	"customers":  {"lapsed", "rfm", "alive", "clv"},
}

// explainScreen says what the screen in sight is for, and its terms.
func (w *Workbench) explainScreen() []app.UI {
	body := []app.UI{app.P().Body(ui.Rich(w.host.T(i18n.Key("explained.screen." + w.here())))...)}
	if terms := screenTerms[w.here()]; terms != nil {
		body = append(body, help.TermList(&w.host, terms))
	}
	return append(body, app.P().Class("quiet-text").Text(w.host.T("explained.more", analysis.Text("key", w.keyStyle().Words(keysOf("explain"))))))
}

// here is the route in sight, by its name.
func (w *Workbench) here() string {
	if w.route == "" {
		return "data"
	}
	return w.route
}

func (w *Workbench) screenName() string { return w.host.T(i18n.Key("screen." + w.here())) }
