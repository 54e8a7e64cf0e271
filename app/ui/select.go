package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A Select chooses one of many options by the browser's own list.
type Select struct {
	app.Compo

	ID        string // unique on the page
	Label     string
	HideLabel bool
	Hint      string
	Error     string
	Options   []Option
	Value     string
	Disabled  bool
	OnChange  func(app.Context, string)
}

// OnMount and OnUpdate make the list show Value, see syncValue.
func (s *Select) OnMount(ctx app.Context)  { syncValue(ctx, s, "select", attr(s.Value)) }
func (s *Select) OnUpdate(ctx app.Context) { syncValue(ctx, s, "select", attr(s.Value)) }

// noValue stands for an empty value in the page, because go-app leaves an empty
// value attribute out and the browser then takes the label for the value.
const noValue = "-"

// attr is how a value stands in the page.
func attr(value string) string {
	if value == "" {
		return noValue
	}
	return value
}

// Render draws the select.
func (s *Select) Render() app.UI {
	return labelled(s.ID, s.Label, s.HideLabel, s.Hint, s.Error,
		app.Div().Class("field-box select-box").Body(s.list(), IconDown.Draw()))
}

func (s *Select) list() app.UI {
	list := app.Select().ID(s.ID).Class("input").
		Aria("describedby", describedBy(s.ID, s.Hint, s.Error)).
		OnChange(s.onChange)
	if s.Error != "" {
		list = list.Aria("invalid", true)
	}
	if s.Disabled {
		list = list.Disabled(true)
	}
	return list.Body(s.options()...)
}

// options draws the options, with a heading above those of one group.
func (s *Select) options() []app.UI {
	var list []app.UI
	for i := 0; i < len(s.Options); {
		group, first := s.Options[i].Group, i
		for i < len(s.Options) && s.Options[i].Group == group {
			i++
		}
		options := make([]app.UI, i-first)
		for j, o := range s.Options[first:i] {
			options[j] = s.option(o)
		}
		if group != "" {
			options = []app.UI{app.OptGroup().Label(group).Body(options...)}
		}
		list = append(list, options...)
	}
	return list
}

func (s *Select) option(o Option) app.UI {
	option := app.Option().Value(attr(o.Value)).Text(o.Label)
	if o.Value == s.Value {
		option = option.Selected(true)
	}
	if o.Disabled {
		option = option.Disabled(true)
	}
	return option
}

func (s *Select) onChange(ctx app.Context, _ app.Event) {
	if s.OnChange == nil {
		ctx.PreventUpdate()
		return
	}
	value := valueOf(ctx)
	if value == noValue {
		value = ""
	}
	s.OnChange(ctx, value)
}
