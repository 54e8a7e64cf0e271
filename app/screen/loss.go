package screen

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
)

// Loss says in a few words what a definition takes for a loss: "131 days of silence".
func (h *Host) Loss(d churn.Definition) string {
	if d.Kind != churn.Combined {
		return h.lossOf(d, d.Kind)
	}
	said := ""
	for i, part := range d.Parts {
		next := h.lossOf(d, part)
		if i == 0 {
			said = next
			continue
		}
		said = h.joined(d.All, said, next)
	}
	return said
}

func (h *Host) joined(all bool, a, b string) string {
	args := []Arg{analysis.Text("a", a), analysis.Text("b", b)}
	if all {
		return h.T("loss.all", args...)
	}
	return h.T("loss.any", args...)
}

// lossOf says one simple kind of a definition.
func (h *Host) lossOf(d churn.Definition, kind churn.Kind) string {
	switch kind {
	case churn.Declined:
		return h.lossByDecline(d.Decline)
	case churn.Explicit:
		return h.T("loss.ended", analysis.Text("column", h.Column(d.Ended.Column)))
	}
	if d.Window == 0 {
		return h.T("loss.silence.open")
	}
	return h.T("loss.silence", analysis.Count("days", d.Window))
}

func (h *Host) lossByDecline(d churn.Decline) string {
	measure := analysis.Word("measure", "loss.measure.days")
	if d.Spend {
		measure = analysis.Word("measure", "loss.measure.spend")
	}
	if d.Recent == 0 || d.Prior == 0 || d.Below == 0 {
		return h.T("loss.decline.open", measure)
	}
	return h.T("loss.decline", measure, analysis.Count("recent", d.Recent), analysis.Count("prior", d.Prior),
		analysis.Text("below", h.Lang.Percent(d.Below, 0)))
}

// InForce names the definition that a screen's numbers stand on, with the way to
// change it.
func InForce(h *Host, d churn.Definition) app.UI {
	return app.P().Class("in-force").ID("in-force").Body(
		app.Span().Text(h.T("loss.in-force", analysis.Text("by", h.Loss(d)))),
		app.A().Href("#/definition").Text(h.T("loss.change")))
}

// Column is the name of one of the customers' attributes.
func (h *Host) Column(i int) string {
	if h.Dataset == nil || i < 0 || i >= len(h.Dataset.Kept) {
		return ""
	}
	return h.Dataset.Kept[i].Name
}
