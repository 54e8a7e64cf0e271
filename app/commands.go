package app

import (
	"strconv"

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

// turnButtons take the last change back, and make it again.
func (w *Workbench) turnButtons() []app.UI {
	return []app.UI{
		ui.IconButton(ui.ButtonProps{ID: "undo", Icon: ui.IconUndo, Label: w.host.T("shell.undo") + " (" + w.keyStyle().Words(keysOf("undo")) + ")", Disabled: !w.past.canUndo(),
			OnClick: func(app.Context) { w.undo() }}),
		ui.IconButton(ui.ButtonProps{ID: "redo", Icon: ui.IconRedo, Label: w.host.T("shell.redo") + " (" + w.keyStyle().Words(keysOf("redo")) + ")", Disabled: !w.past.canRedo(),
			OnClick: func(app.Context) { w.redo() }}),
	}
}

// paletteButton opens the palette for those who do not know its keys.
func (w *Workbench) paletteButton() app.UI {
	return ui.IconButton(ui.ButtonProps{ID: "find", Icon: ui.IconSearch, Label: w.host.T("ui.palette") + " (" + w.keyStyle().Words(keysOf("palette")) + ")",
		OnClick: func(app.Context) { w.togglePalette() }})
}

// commands are what the palette offers: every screen, every tab, and what can be done
// from anywhere.
func (w *Workbench) commands() (list []ui.Command) {
	n := 0 // screens of the rail so far
	for _, r := range routes {
		if r.path == "" {
			continue
		}
		command := w.toScreen(r)
		if r.rail {
			n++
			command.Keys = goKey + " " + strconv.Itoa(n)
		}
		list = append(list, command)
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
		{Label: w.host.T("erase.open"), Also: "erase delete clear 清除 删除", Icon: ui.IconClose, Do: func(app.Context) { w.askToErase() }},
		{Label: w.host.T("explained.command"), Also: "explain help 解释 说明", Icon: ui.IconExplain, Keys: keysOf("explain"), Do: func(app.Context) { w.explainSubject() }},
		{Label: w.host.T("keys.title"), Also: "keys shortcuts 快捷键 键盘", Icon: ui.IconHelp, Keys: keysOf("sheet"), Do: func(app.Context) { w.sheet = true }},
		{Label: w.host.T("presenter.command"), Also: "present projector 演示 投影", Icon: ui.IconPlay, Keys: keysOf("present"), Do: func(app.Context) { w.present("") }},
	}
	if w.host.Dataset == nil {
		return list
	}
	list = append(list, ui.Command{Label: w.host.T("project.save"), Also: "save 保存", Icon: ui.IconSave, Keys: keysOf("save"), Do: func(app.Context) { w.save() }})
	if w.past.canUndo() {
		list = append(list, ui.Command{Label: w.host.T("shell.undo"), Also: "undo 撤销", Icon: ui.IconUndo, Keys: keysOf("undo"), Do: func(app.Context) { w.undo() }})
	}
	if w.past.canRedo() {
		list = append(list, ui.Command{Label: w.host.T("shell.redo"), Also: "redo 重做", Icon: ui.IconRedo, Keys: keysOf("redo"), Do: func(app.Context) { w.redo() }})
	}
	list = append(list, ui.Command{Label: w.host.T("customers.mask"), Also: "mask 遮盖", Icon: ui.IconPrivacy,
		Do: func(app.Context) { w.host.Masked = !w.host.Masked }})
	if w.host.Dataset.Truth == nil { // a sample is read as it is
		list = append(list, ui.Command{Label: w.host.T("data.recipe.save"), Also: "recipe 配方", Icon: ui.IconSave,
			Do: func(app.Context) { w.host.Export(engine.ExportRequest{Table: engine.RecipeFile}) }})
	}
	return list
}
