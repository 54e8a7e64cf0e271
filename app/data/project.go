package data

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/project"
	"churnbench/app/ui"
)

// open takes a project into use: files are read by its recipe from now on. A sample that it
// is about is loaded, and what it holds is read at once.
func (v view) open(it *Item, m engine.Member) {
	p := m.Project
	if v.Opened == nil {
		return
	}
	v.Opened(p)
	v.s.Project, v.s.whole = p, v.s.whole || m.Member != ""
	var recipe *Recipe
	if p.Recipe != nil {
		recipe = &Recipe{Name: p.Name, Recipe: p.Recipe}
	}
	v.relook(v.s.Follow(recipe))
	if m.Member == "" {
		v.s.Remove(it)
	}
	if p.Sample != "" {
		v.sampledIn(p.Sample, p.Lang)
	}
}

// opener takes a project's file.
func (v view) opener() app.UI {
	if v.Opened == nil {
		return nil
	}
	return &ui.FileDrop{Lang: v.Lang, ID: "open-project", Title: v.T("project.open"), Hint: v.T("project.open.hint"), Accept: ".churn", Compact: true,
		OnFiles: func(_ app.Context, e app.Event) { v.take(v.Attach(e)) }}
}

// waiting says which project is open and which files it expects, and lets go of it.
func (v view) waiting() app.UI {
	p := v.s.Project
	actions := []app.UI{}
	if d := v.Dataset; d != nil {
		actions = append(actions, ui.Button(ui.ButtonProps{ID: "project-here", Label: v.T("project.here", analysis.Text("name", d.Name)), Small: true,
			OnClick: v.turn(func() { v.s.Return(); v.s.Project = nil; v.Loaded(*d) })}))
	}
	actions = append(actions, ui.Button(ui.ButtonProps{ID: "project-stop", Label: v.T("project.close"), Small: true,
		OnClick: func(app.Context) { v.Opened(nil); v.relook(v.s.Follow(nil)) }}))
	name := p.Name
	if name == "" {
		name = v.T("project.unnamed")
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Title: v.T("project.waits", analysis.Text("name", name)), Text: v.Sentences(project.Expected(v.Host, p), v.fitted()), Actions: actions})
}

// fitted says how many of the files are read as the project's were.
func (v view) fitted() string {
	if len(v.s.Items) == 0 {
		return ""
	}
	return v.T("data.recipe.fits", analysis.Count("n", v.s.Fitting()), analysis.Count("files", len(v.s.Items)))
}
