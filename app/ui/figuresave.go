package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// saving lists what the menu of a figure does.
func (f *Figure) saving() []MenuItem {
	item := func(key i18n.Key, icon Icon, do func()) MenuItem {
		return MenuItem{Label: say(f.Lang, key), Icon: icon, Do: func(app.Context) { do() }}
	}
	return []MenuItem{
		item("ui.figure.copy", IconCopy, f.copyPNG),
		item("ui.figure.png", IconImage, func() { f.savePNG(1) }),
		item("ui.figure.png2", IconImage, func() { f.savePNG(2) }),
		item("ui.figure.svg", IconFile, f.saveSVG),
		item("ui.figure.csv", IconTable, f.saveCSV),
	}
}

func (f *Figure) copyPNG() { f.Saver.CopyPNG(f.file(), f.Figure.Width, f.Figure.Height, 2) }

func (f *Figure) savePNG(scale float64) {
	name := f.Figure.ID + ".png"
	if scale != 1 {
		name = f.Figure.ID + "@" + strings.TrimSuffix(coord(scale), ".00") + "x.png"
	}
	f.Saver.SavePNG(name, f.file(), f.Figure.Width, f.Figure.Height, scale)
}

func (f *Figure) saveSVG() {
	f.Saver.SaveBytes(f.Figure.ID+".svg", "image/svg+xml", []byte(f.file()))
}

func (f *Figure) saveCSV() {
	f.Saver.SaveBytes(f.Figure.ID+".csv", csvMIME, csv(f.Figure.Table))
}

// file is the drawing as it leaves the page.
func (f *Figure) file() string { return f.Figure.SVG }
