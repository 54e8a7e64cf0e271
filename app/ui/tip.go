package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
)

// tip is what a datum says when it is pointed at. side is where it stands:
// "east", "west" or "" for above. Screen readers hear the live region instead.
// It must be the last child: go-app gives a child that has gone to the one
// behind it, which would stand where the tip was placed.
func tip(side, label string, values []figure.Value) app.UI {
	return app.Div().Class(classes("tip", side)).Aria("hidden", true).Body(
		app.Strong().Text(label),
		app.If(len(values) > 0, func() app.UI {
			return app.Dl().Body(app.Range(values).Slice(func(i int) app.UI {
				return app.Div().Body(app.Dt().Text(values[i].Name), app.Dd().Text(values[i].Text))
			}))
		}),
	)
}

// spoken is the same in one sentence.
func spoken(label string, values []figure.Value) string {
	for _, v := range values {
		label += ", " + v.Name + " " + v.Text
	}
	return label
}

// liveRegion says what changes in it, once the person pauses.
func liveRegion(text string) app.UI {
	return app.Div().Class("visually-hidden").Role("status").Aria("live", "polite").Text(text)
}
