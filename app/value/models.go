package value

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// A named model of purchases: its name in package clv and in message keys. The
// page names them itself, because clv.Families carries what fits them, which only
// the engine needs; a test holds the two lists together.
type named struct{ name, word i18n.Key }

var kinds = []named{
	{"BG/NBD", "bgnbd"},
	{"MBG/NBD", "mbgnbd"},
	{"Pareto/NBD", "paretonbd"},
	{"NBD", "nbd"},
}

// usual is the model that a dataset starts with.
var usual = kinds[0]

// wordOf is how message keys name a model; "" is the usual one.
func wordOf(name string) i18n.Key {
	for _, m := range kinds {
		if string(m.name) == name {
			return m.word
		}
	}
	return usual.word
}

// modelOr is a model's name, the usual one's for "".
func modelOr(name string) string {
	if name == "" {
		return string(usual.name)
	}
	return name
}

// picker chooses the model that everything on the screen is computed with.
func (v view) picker() *ui.Select {
	now := modelOr(v.s.Options.Model)
	s := &ui.Select{ID: ModelField, Label: v.T("value.model"), Value: now,
		Hint: v.T("value.model." + wordOf(now) + ".hint")}
	for _, m := range kinds {
		s.Options = append(s.Options, ui.Option{Value: string(m.name), Label: string(m.name)})
	}
	s.OnChange = func(_ app.Context, name string) { v.use(name) }
	return s
}

// use computes everything with another model.
func (v view) use(name string) {
	if v.s.SetModel(name) {
		Ask(v.Host, v.s)
	}
}
