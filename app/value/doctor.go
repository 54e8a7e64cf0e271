package value

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// doctor is the tab of what was looked at before anybody believes the numbers: what
// failed with its remedy, what passed folded away.
func (v view) doctor() app.UI {
	failed, passed := v.findings()
	title := v.T("value.doctor.ill", analysis.Count("n", len(failed)))
	if len(failed) == 0 {
		title = v.T("value.doctor.well")
	}
	return ui.Card(ui.CardProps{ID: "doctor", Class: "doctor", Title: title,
		Tools: []app.UI{v.selfCheck()},
		Lead:  v.T("value.doctor.lead", analysis.Text("model", v.s.Answer.Result.Current.Model))},
		app.If(len(failed) > 0, func() app.UI { return app.Div().Class("notices").Body(failed...) }),
		app.If(len(passed) > 0, func() app.UI {
			return ui.Disclosure(v.T("value.doctor.passed", analysis.Count("n", len(passed))), app.Ul().Class("passed").Body(passed...))
		}))
}

// selfCheck leads to where the models are held against the literature.
func (v view) selfCheck() app.UI {
	return ui.LinkButton(ui.LinkProps{Label: v.T("selfcheck.link"), Href: "#/selfcheck", Icon: ui.IconCheck, Small: true})
}

// findings are drawn by whether the check was passed; the gravest of those that
// failed comes first.
func (v view) findings() (failed, passed []app.UI) {
	for _, severity := range []analysis.Severity{analysis.Serious, analysis.Caution, analysis.Note} {
		for _, f := range v.s.Answer.Findings {
			switch {
			case f.Severity != severity:
			case f.Passed:
				passed = append(passed, v.healthy(f))
			default:
				failed = append(failed, v.ill(f))
			}
		}
	}
	return failed, passed
}

func (v view) ill(f clv.Finding) app.UI {
	p := ui.NoticeProps{Lang: v.Lang, Level: level(f.Severity), Title: v.checked(f), Text: i18n.Say(v.Lang, f.Message)}
	if f.Remedy.Key != "" {
		p.Remedy = i18n.Say(v.Lang, f.Remedy)
	}
	return ui.Notice(p)
}

func (v view) healthy(f clv.Finding) app.UI {
	return app.Li().Body(ui.IconCheck.Draw(), app.Div().Body(
		app.Strong().Text(v.checked(f)), app.Span().Text(i18n.Say(v.Lang, f.Message))))
}

// checked names what was looked at.
func (v view) checked(f clv.Finding) string { return v.T("value.check." + key(f.Check)) }

func level(s analysis.Severity) ui.Level {
	switch s {
	case analysis.Serious:
		return ui.SeriousLevel
	case analysis.Caution:
		return ui.CautionLevel
	}
	return ui.NoteLevel
}

// ailments counts the failed checks, for the tab; "" for none.
func (v view) ailments() string {
	n := 0
	for _, f := range v.s.Answer.Findings {
		if !f.Passed {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return v.Lang.Int(n)
}
