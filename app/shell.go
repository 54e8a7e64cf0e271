package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

func (w *Workbench) rail() app.UI {
	var items []ui.RailItem
	for _, r := range routes {
		if r.rail {
			items = append(items, ui.RailItem{
				Href: "#/" + r.path, Label: w.host.T(i18n.Key("screen." + r.path)), Icon: r.icon,
				State: w.stateOf(r), On: r.path == w.route || r.path == "data" && w.route == "",
			})
		}
	}
	return ui.Rail(ui.RailProps{Lang: w.host.Lang, Items: items, Foot: []app.UI{w.offlineState(), w.keptState(), w.version()}})
}

// stateOf is what a screen's entry shows: what it makes of the dataset, or that
// it needs another one.
func (w *Workbench) stateOf(r route) ui.RailState {
	if w.lacks(r) {
		return ui.RailLacks
	}
	return r.state(w)
}

// offlineState says whether the page would start without a network: checked,
// never assumed.
func (w *Workbench) offlineState() app.UI {
	o := w.offline
	switch o.State {
	case browser.OfflineReady:
		return ui.Chip(ui.ChipProps{Icon: ui.IconCheck, Text: w.host.T("shell.offline.ready", analysis.Count("files", o.Files)),
			Title: w.host.T("shell.offline.ready.title", analysis.Count("files", o.Files), analysis.Size("size", o.Bytes)), Href: "#/privacy"})
	case browser.OfflineSingle:
		return ui.Chip(ui.ChipProps{Icon: ui.IconCheck, Text: w.host.T("shell.offline.single"), Href: "#/privacy"})
	case browser.OfflineIncomplete:
		return ui.Chip(ui.ChipProps{Icon: ui.IconOffline, Text: w.host.T("shell.offline.incomplete"), Href: "#/privacy"})
	case browser.OfflineUnsupported:
		return ui.Chip(ui.ChipProps{Icon: ui.IconOffline, Text: w.host.T("shell.offline.unsupported"), Href: "#/privacy"})
	}
	return nil
}

func (w *Workbench) topBar() app.UI {
	tools := []app.UI{w.badge()}
	if w.host.Dataset != nil {
		tools = append(tools, w.turnButtons()...)
	}
	return ui.TopBar(w.facts(), append(tools, w.paletteButton(), w.languageButton(), w.themeButton(), w.helpButton()))
}

// facts name what is loaded and how lapsing is defined.
func (w *Workbench) facts() []app.UI {
	d := w.host.Dataset
	if d == nil {
		return nil
	}
	facts := []app.UI{ui.Chip(ui.ChipProps{Href: "#/data", Strong: d.Name, Text: w.counted(d)})}
	if a := w.definition.Answer; a != nil {
		facts = append(facts, ui.Chip(ui.ChipProps{Href: "#/definition", Text: w.host.T("shell.loss", analysis.Text("by", w.host.Loss(a.Definition)))}))
	}
	return append(facts, w.projectChip())
}

// counted says how much is loaded, by what it rests on.
func (w *Workbench) counted(d *engine.Dataset) string {
	customers := analysis.Count("customers", d.Customers)
	switch {
	case d.Has(engine.OnOrders):
		return w.host.T("shell.dataset", analysis.Count("orders", d.Ledger.Used), customers)
	case d.Contracts != nil:
		return w.host.T("shell.contracts", analysis.Count("contracts", d.Contracts.Contracts), customers)
	}
	return w.host.T("shell.tenures", customers)
}

// badge shows the network lock, with the number of requests since it closed.
func (w *Workbench) badge() app.UI {
	chip := ui.ChipProps{Href: "#/privacy", Title: w.host.T("shell.lock.title")}
	switch w.lock.State {
	case browser.Locked:
		chip.Icon, chip.Tone, chip.Strong = ui.IconPrivacy, ui.Accent, w.host.T("shell.lock.locked")
		chip.Text = w.host.T("shell.lock.requests", analysis.Count("n", w.lock.Requests))
	case browser.Open:
		chip.Icon, chip.Tone, chip.Strong = ui.IconUnlocked, ui.Bad, w.host.T("shell.lock.open")
	case browser.Unproved:
		chip.Icon, chip.Tone, chip.Strong = ui.IconUnlocked, ui.Warn, w.host.T("shell.lock.unproved")
	default:
		chip.Icon, chip.Text = ui.IconUnlocked, w.host.T("shell.lock.loading")
	}
	return ui.Chip(chip)
}

func (w *Workbench) languageButton() app.UI {
	other := i18n.Chinese
	if w.host.Lang == i18n.Chinese {
		other = i18n.English
	}
	return ui.Button(ui.ButtonProps{ID: "language", Label: i18n.T(other, "shell.language"), Lang: other,
		OnClick: func(app.Context) { w.setLang(other) }})
}

func (w *Workbench) themeButton() app.UI {
	icon, label := ui.IconMoon, i18n.Key("shell.theme.dark")
	if w.dark {
		icon, label = ui.IconSun, "shell.theme.light"
	}
	return ui.IconButton(ui.ButtonProps{ID: "theme", Icon: icon, Label: w.host.T(label), OnClick: w.toggleTheme})
}

func (w *Workbench) helpButton() app.UI {
	return ui.IconButton(ui.ButtonProps{ID: "help", Icon: ui.IconHelp, Label: w.host.T("screen.help"),
		OnClick: func(app.Context) { browser.Go("help") }})
}

// notices tell what concerns the whole page: a stopped engine, a newer version.
func (w *Workbench) notices() app.UI {
	var list []app.UI
	if w.state == browser.Crashed {
		list = append(list, ui.Notice(ui.NoticeProps{Lang: w.host.Lang, Level: ui.ErrorLevel, Title: w.host.T("shell.crashed"),
			Text: firstLine(w.cause), Remedy: w.host.T("shell.crashed.remedy"),
			Actions: []app.UI{ui.Button(ui.ButtonProps{ID: "restart", Label: w.host.T("shell.restart"), Kind: ui.Primary,
				OnClick: func(app.Context) { w.restart() }})}}))
	}
	if w.update {
		list = append(list, ui.Notice(ui.NoticeProps{Lang: w.host.Lang, Title: w.host.T("shell.update"), Text: w.host.T("shell.update.text"),
			Actions: []app.UI{ui.Button(ui.ButtonProps{ID: "update", Label: w.host.T("shell.update.now"), OnClick: func(app.Context) { w.renew() }})},
			OnClose: func(app.Context) { w.update = false }}))
	}
	if n := w.siblingNotice(); n != nil {
		list = append(list, n)
	}
	if n := w.projectNotice(); n != nil {
		list = append(list, n)
	}
	if len(list) == 0 {
		return app.Div().Class("slot") // so that the screen keeps its place when a notice comes
	}
	return app.Div().Class("page-notices").Body(list...)
}

// renew restarts into the version that waits, and tells other tabs, which go on with theirs.
func (w *Workbench) renew() {
	w.siblings.Tell(browser.DeedUpdated)
	browser.Update()
}

// firstLine is what a person needs of a program's last words; the console has
// the rest.
func firstLine(cause string) string {
	line, _, _ := strings.Cut(cause, "\n")
	return line
}

// restart brings the engine back; it reads the dataset again by itself, and
// what failed is asked again.
func (w *Workbench) restart() {
	w.engine.Restart()
	if w.host.Dataset != nil {
		w.ask()
	}
}
