package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/engine"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/retention"
	"churnbench/app/screen"
	"churnbench/app/segments"
	"churnbench/app/ui"
	"churnbench/app/value"
)

// opensPalette reports whether a key pressed with Ctrl or ⌘ opens and closes the
// palette.
func opensPalette(key string) bool { return key == "k" || key == "K" }

// paletteButton opens the palette for those who do not know its keys.
func (w *Workbench) paletteButton() app.UI {
	return ui.IconButton(ui.ButtonProps{ID: "find", Icon: ui.IconSearch, Label: w.host.T("ui.palette") + " (Ctrl K)",
		OnClick: func(app.Context) { w.palette = true }})
}

// commands are what the palette offers: every screen, every tab, and what can be done
// from anywhere.
func (w *Workbench) commands() (list []ui.Command) {
	for _, r := range routes {
		if r.path == "" {
			continue
		}
		list = append(list, w.toScreen(r))
		for _, p := range w.places(r.path) {
			list = append(list, ui.Command{Label: p.Label, Area: w.host.T(i18n.Key("screen." + r.path)), Icon: r.icon,
				Do: func(app.Context) {
					p.Show()
					browser.Go(r.path)
				}})
		}
	}
	return append(list, w.deeds()...)
}

func (w *Workbench) toScreen(r route) ui.Command {
	key := i18n.Key("screen." + r.path)
	icon := r.icon
	if icon == ui.IconNone {
		icon = ui.IconRight
	}
	return ui.Command{Label: w.host.T(key), Also: i18n.T(i18n.English, key) + " " + i18n.T(i18n.Chinese, key), Icon: icon,
		Do: func(app.Context) { browser.Go(r.path) }}
}

// places are the tabs of a screen that has an answer.
func (w *Workbench) places(path string) []screen.Place {
	switch {
	case w.host.Dataset == nil:
		return nil
	case path == "retention" && w.retention.Answered():
		return retention.Places(&w.host, &w.retention)
	case path == "segments" && w.segments.Answer != nil:
		return segments.Places(&w.host, &w.segments)
	case path == "value" && w.value.Answer != nil:
		return value.Places(&w.host, &w.value)
	}
	return nil
}

// deeds are what can be done from anywhere.
func (w *Workbench) deeds() []ui.Command {
	other := i18n.Chinese
	if w.host.Lang == i18n.Chinese {
		other = i18n.English
	}
	list := []ui.Command{
		{Label: w.host.T("tour.start"), Also: "tour 导览", Icon: ui.IconPlay, Do: func(app.Context) { w.startTour() }},
		{Label: i18n.T(other, "shell.language"), Also: "language 语言", Icon: ui.IconLanguage, Do: func(app.Context) { w.setLang(other) }},
		{Label: w.host.T("shell.theme.turn"), Also: "theme 主题 dark light 深色 浅色", Icon: ui.IconMoon, Do: w.toggleTheme},
	}
	if w.host.Dataset == nil {
		return list
	}
	list = append(list, ui.Command{Label: w.host.T("customers.mask"), Also: "mask 遮盖", Icon: ui.IconPrivacy,
		Do: func(app.Context) { w.host.Masked = !w.host.Masked }})
	if w.host.Dataset.Truth == nil { // a sample is read as it is
		list = append(list, ui.Command{Label: w.host.T("data.recipe.save"), Also: "recipe 配方", Icon: ui.IconSave,
			Do: func(app.Context) { w.host.Export(engine.ExportRequest{Table: engine.RecipeFile}) }})
	}
	return list
}
