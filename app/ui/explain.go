package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// ExplainProps say how a number came about. Texts may hold **bold** and
// _variables_, see Rich. Empty parts are left out.
type ExplainProps struct {
	Lang        i18n.Lang
	ID          string
	Title       string // "" says "How this is computed"
	Text        string // one or two sentences
	Formula     string // "_S_(_t_) = ∏ (1 − _d_ ÷ _n_)"
	Inputs      []string
	Exclusions  []string
	Assumptions []string
	Source      string // paper, equation
	Notices     app.UI // caveats of this result, see Warnings
	OnClose     func(app.Context)
}

// Explain shows it as a card beside the figure.
func Explain(p ExplainProps) app.UI {
	aside := app.Aside().Class("card explain").Aria("label", p.title())
	if p.ID != "" {
		aside = aside.ID(p.ID)
	}
	return aside.Body(
		app.Div().Class("card-head").Body(
			app.H2().Text(p.title()),
			app.If(p.OnClose != nil, func() app.UI {
				return IconButton(ButtonProps{Label: say(p.Lang, "ui.close"), Icon: IconClose, Kind: Quiet, OnClick: p.OnClose})
			}),
		),
		ExplainBody(p),
	)
}

// ExplainFold shows the same behind a heading that opens it.
func ExplainFold(p ExplainProps) app.UI {
	return Disclosure(p.title(), ExplainBody(p))
}

// Name is its title.
func (p ExplainProps) Name() string { return p.title() }

// ExplainBody is what Explain shows below its title, for a dialog.
func ExplainBody(p ExplainProps) app.UI { return app.Div().Class("explain-body").Body(p.body()...) }

func (p ExplainProps) title() string {
	if p.Title != "" {
		return p.Title
	}
	return say(p.Lang, "ui.explain")
}

func (p ExplainProps) body() []app.UI {
	return []app.UI{
		app.If(p.Text != "", func() app.UI { return app.P().Body(Rich(p.Text)...) }),
		app.If(p.Formula != "", func() app.UI { return app.P().Class("formula").Body(Rich(p.Formula)...) }),
		app.Dl().Body(
			p.part("ui.explain.inputs", p.Inputs...),
			p.part("ui.explain.exclusions", p.Exclusions...),
			p.part("ui.explain.assumptions", p.Assumptions...),
			app.If(p.Source != "", func() app.UI { return p.part("ui.explain.source", p.Source) }),
		),
		app.If(p.Notices != nil, func() app.UI { return p.Notices }),
	}
}

// part is one term with its descriptions.
func (p ExplainProps) part(term i18n.Key, texts ...string) app.UI {
	return app.If(len(texts) > 0, func() app.UI {
		body := []app.UI{app.Dt().Text(say(p.Lang, term))}
		for _, text := range texts {
			body = append(body, app.Dd().Body(Rich(text)...))
		}
		return app.Div().Body(body...)
	})
}

// Disclosure hides a body behind a summary that opens it.
func Disclosure(summary string, body ...app.UI) app.UI {
	return app.Details().Class("disclosure").Body(
		app.Summary().Body(IconRight.Draw(), app.Span().Text(summary)),
		app.Div().Class("disclosure-body").Body(body...),
	)
}
