package ui

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
)

// A figure with Steps shows one of them at a time: a row of controls below the
// drawing goes through them, by hand or by itself.

// stepTime is how long a step stays while they go by themselves.
const stepTime = 1100 * time.Millisecond

// growing is the class of what shows a level and moves from step to step.
const growing = ".grows"

// picture is the figure with the part and the step that are shown.
func (f *Figure) picture() figure.Figure {
	shown := *f.shown()
	if f.step >= 0 && f.step < len(shown.Steps) {
		shown.SVG = shown.Steps[f.step].SVG
	}
	return shown
}

// inSight is the figure as it is seen: the part, the step and the series that are shown.
// That is what is saved and copied, because a person saves what she has made of it; the
// footer says what is not in it.
func (f *Figure) inSight() figure.Figure {
	seen := f.picture()
	names := ""
	for i, s := range seen.Series {
		if f.hidden[i] {
			names = f.listed(names, s.Label)
		}
	}
	if names == "" {
		return seen
	}
	seen.Footer += " " + say(f.Lang, "figures.hidden", analysis.Text("names", names))
	return figure.Without(seen, f.hidden)
}

func (f *Figure) listed(list, item string) string {
	if list == "" {
		return item
	}
	return say(f.Lang, "figures.listed", analysis.Text("list", list), analysis.Text("item", item))
}

func (s *stage) stepper() app.UI {
	steps, at := s.Outer.Figure.Steps, s.Outer.step
	last := len(steps) - 1
	return app.Div().Class("stepper").Role("group").Aria("label", say(s.Outer.Lang, "ui.steps")).Body(
		s.stepButton("ui.steps.back", IconLeft, at == 0, s.onBack),
		s.playButton(),
		s.stepButton("ui.steps.next", IconRight, at == last, s.onNext),
		app.Input().Type("range").Class("stepper-range").Min(0).Max(last).Step(1).Value(strconv.Itoa(at)).
			Aria("label", say(s.Outer.Lang, "ui.steps.at")).Aria("valuetext", steps[at].Label).
			OnInput(s.onScrub),
		app.Span().Class("stepper-label").Aria("hidden", true).Text(steps[at].Label),
	)
}

func (s *stage) stepButton(key i18n.Key, icon Icon, end bool, do app.EventHandler) app.UI {
	label := say(s.Outer.Lang, key)
	// A button that is disabled under the finger loses the focus: at an end it
	// only says that it leads nowhere.
	return app.Button().Type("button").Class("button icon-button").Aria("label", label).Title(label).
		Aria("disabled", end).OnClick(do).Body(icon.Draw())
}

func (s *stage) playButton() app.UI {
	icon, label := IconPlay, say(s.Outer.Lang, "ui.steps.play")
	if s.playing {
		icon, label = IconPause, say(s.Outer.Lang, "ui.steps.pause")
	}
	return app.Button().Type("button").Class("button icon-button").Aria("label", label).Title(label).
		OnClick(s.onPlay).Body(icon.Draw())
}

func (s *stage) onBack(ctx app.Context, _ app.Event) { s.stepBy(ctx, -1) }
func (s *stage) onNext(ctx app.Context, _ app.Event) { s.stepBy(ctx, 1) }

func (s *stage) stepBy(ctx app.Context, by int) {
	s.Outer.alone()
	s.playing = false
	s.goTo(ctx, s.Outer.step+by)
}

func (s *stage) onScrub(ctx app.Context, _ app.Event) {
	s.Outer.alone()
	s.playing = false
	if at, err := strconv.Atoi(valueOf(ctx)); err == nil {
		s.goTo(ctx, at)
	}
}

// onPlay starts from the beginning when the end is in sight.
func (s *stage) onPlay(ctx app.Context, _ app.Event) {
	s.Outer.alone()
	s.playing = !s.playing
	if !s.playing {
		return
	}
	if s.Outer.step == len(s.Outer.Figure.Steps)-1 {
		s.goTo(ctx, 0)
	}
	s.tick(ctx)
}

// tick goes on by one after a while, until the end.
func (s *stage) tick(ctx app.Context) {
	of := s.of
	s.around.After(stepTime, func(ctx app.Context) {
		s.Outer.alone()
		if !s.playing || s.of != of {
			return
		}
		s.goTo(ctx, s.Outer.step+1)
		if s.playing = s.Outer.step < len(of.Steps)-1; s.playing {
			s.tick(ctx)
		}
	})
}

// goTo shows step i and lets levels move to it.
func (s *stage) goTo(ctx app.Context, i int) {
	i = max(0, min(len(s.Outer.Figure.Steps)-1, i))
	if i == s.Outer.step {
		return
	}
	before := heightOf(s, growing)
	s.Outer.step, s.stepped, s.at = i, true, -1
	s.walk.list = s.Outer.Figure.Steps[i].Marks
	syncValue(ctx, s, ".stepper-range", strconv.Itoa(i))
	grow(ctx, s, growing, before)
}

// spokenStep says the step in sight, once a person has gone to it.
func (s *stage) spokenStep() string {
	steps := s.Outer.Figure.Steps
	if !s.stepped || s.playing || s.Outer.step >= len(steps) {
		return ""
	}
	at := steps[s.Outer.step]
	return spoken(at.Label, at.Values) + say(s.Outer.Lang, "ui.steps.of",
		analysis.Count("k", s.Outer.step+1), analysis.Count("n", len(steps)))
}
