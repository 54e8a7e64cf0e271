package report

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/report"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// choice lists every exhibit by screen, to be put in and taken out.
func (v view) choice() app.UI {
	var groups, rows []app.UI
	area := ""
	end := func() {
		if len(rows) > 0 {
			groups = append(groups, app.FieldSet().Class("report-group").Body(append([]app.UI{app.Legend().Text(area)}, rows...)...))
		}
		rows = nil
	}
	for i := range v.p.Exhibits {
		x := &v.p.Exhibits[i]
		if !matches(x, v.s.Search) {
			continue
		}
		if x.Area != area {
			end()
			area = x.Area
		}
		rows = append(rows, v.option(x))
	}
	end()
	if len(groups) == 0 {
		groups = []app.UI{app.P().Class("quiet-text").Text(v.T("report.choose.none"))}
	}
	return ui.Card(ui.CardProps{ID: "report-choose", Title: v.T("report.choose"), Lead: v.T("report.choose.lead")},
		&ui.Field{ID: SearchField, Kind: ui.SearchField, Label: v.T("report.search"), HideLabel: true, Placeholder: v.T("report.search"), Value: v.s.Search,
			OnInput: func(_ app.Context, text string) { v.s.Search = text }},
		app.Div().Class("report-groups").Body(groups...))
}

// matches reports whether every typed word is in an exhibit's names.
func matches(x *screen.Exhibit, typed string) bool {
	names := strings.ToLower(x.Area + " " + x.Title)
	for _, word := range strings.Fields(strings.ToLower(typed)) {
		if !strings.Contains(names, word) {
			return false
		}
	}
	return true
}

// option puts an exhibit in or takes it out.
func (v view) option(x *screen.Exhibit) app.UI {
	return &ui.Checkbox{ID: "report-add-" + x.ID, Label: x.Title, Checked: v.s.Has(x.ID),
		OnChange: func(_ app.Context, on bool) {
			v.change(func() {
				if !on {
					v.s.Drop(x.ID)
					return
				}
				v.s.Add(report.Block{Kind: report.Exhibit, Exhibit: x.ID})
			})
		}}
}

// Append adds an exhibit from elsewhere, at the end, and says so.
func Append(h *screen.Host, s *State, x *screen.Exhibit) {
	s.Open = 0
	said := h.T("report.added", analysis.Text("title", x.Title))
	if s.Add(report.Block{Kind: report.Exhibit, Exhibit: x.ID}) == 0 {
		said = h.T("report.added.already", analysis.Text("title", x.Title))
	}
	s.Open = 0
	h.Tell(said, ui.NoteLevel)
}

// FileName is a title as the name of a file: what disks and shells give a meaning of
// their own becomes a dash.
func FileName(title, fallback string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\/:*?"<>|#%&{}$!'@+=`+"`", r) {
			return '-'
		}
		return r
	}, strings.Trim(title, " ."))
	if name == "" {
		name = fallback
	}
	return name + ".html"
}
