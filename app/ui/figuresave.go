package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
	"churnbench/app/i18n"
)

// saving lists what the menu of a figure does.
func (f *Figure) saving() []MenuItem {
	item := func(key i18n.Key, icon Icon, do func()) MenuItem {
		return MenuItem{Label: say(f.Lang, key), Icon: icon, Do: func(app.Context) { do() }}
	}
	var list []MenuItem
	if f.OnPresent != nil {
		list = append(list, MenuItem{Label: say(f.Lang, "presenter.command"), Icon: IconPlay, Do: f.OnPresent})
	}
	if f.Zoomer != nil && f.Figure.Span.Exists() {
		list = append(list, MenuItem{Label: say(f.Lang, "figures.closer"), Icon: IconSearch, Do: func(ctx app.Context) { f.inner.nearer(ctx) }})
	}
	if f.near != nil {
		list = append(list, item("figures.whole", IconUndo, func() { f.inner.see(nil) }))
	}
	list = append(list,
		item("ui.figure.copy", IconCopy, f.copyPNG),
		item("ui.figure.png", IconImage, func() { f.savePNG(1) }),
		item("ui.figure.png2", IconImage, func() { f.savePNG(2) }),
		item("ui.figure.svg", IconFile, f.saveSVG),
		item("ui.figure.csv", IconTable, f.saveCSV),
	)
	if f.OnReport != nil {
		list = append(list, MenuItem{Label: say(f.Lang, "report.add"), Icon: IconReport, Do: f.OnReport})
	}
	return list
}

// csvMIME makes programs read the file's byte-order mark as such.
const csvMIME = "text/csv;charset=utf-8"

func (f *Figure) copyPNG() {
	w, h := figure.StandaloneSize(f.inSight())
	f.Saver.CopyPNG(figure.Standalone(f.inSight()), w, h, 2)
}

func (f *Figure) savePNG(scale int) {
	name := f.Figure.ID + ".png"
	if scale > 1 {
		name = f.Figure.ID + "@" + itoa(scale) + "x.png"
	}
	w, h := figure.StandaloneSize(f.inSight())
	f.Saver.SavePNG(name, figure.Standalone(f.inSight()), w, h, float64(scale))
}

func (f *Figure) saveSVG() {
	f.Saver.SaveBytes(f.Figure.ID+".svg", "image/svg+xml", []byte(figure.Standalone(f.inSight())))
}

// saveCSV saves the data of the part in sight, with hidden series: hiding one leaves the
// table as it is, on the page too.
func (f *Figure) saveCSV() {
	f.Saver.SaveBytes(f.Figure.ID+".csv", csvMIME, figure.CSV(*f.shown()))
}
