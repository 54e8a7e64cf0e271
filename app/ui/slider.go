package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Slider chooses a number within bounds by dragging, or with the arrow keys,
// Page Up and Page Down, Home and End, which the browser brings.
type Slider struct {
	app.Compo

	ID             string // unique on the page
	Label          string
	Min, Max, Step float64
	Value          float64
	Text           string                     // the value as a person reads it
	OnInput        func(app.Context, float64) // at every step
}

// OnMount and OnUpdate make the knob stand at Value, see syncValue.
func (s *Slider) OnMount(ctx app.Context)  { syncValue(ctx, s, "input", sliderText(s.Value)) }
func (s *Slider) OnUpdate(ctx app.Context) { syncValue(ctx, s, "input", sliderText(s.Value)) }

// Render draws the slider with its value beside it.
func (s *Slider) Render() app.UI {
	return labelled(s.ID, s.Label, false, "", "",
		app.Div().Class("slider").Body(
			app.Input().Type("range").ID(s.ID).Value(sliderText(s.Value)).
				Attr("min", sliderText(s.Min)).Attr("max", sliderText(s.Max)).Attr("step", sliderText(s.Step)).
				Aria("valuetext", s.Text).OnInput(s.onInput),
			app.Output().For(s.ID).Text(s.Text),
		))
}

func (s *Slider) onInput(ctx app.Context, _ app.Event) {
	value, err := strconv.ParseFloat(valueOf(ctx), 64)
	if s.OnInput == nil || err != nil {
		ctx.PreventUpdate()
		return
	}
	s.OnInput(ctx, value)
}

func sliderText(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
