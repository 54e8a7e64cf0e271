package gallery

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/ui"
)

var waiting = group{"Waiting and answering", "等待与反馈", []story{
	{"Progress", progress},
	{"Skeleton", skeletons},
	{"Dialog, Toast", dialogs},
}}

func progress(g *Gallery) []app.UI {
	return []app.UI{
		ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{Lang: g.Lang, Label: g.say("Reading orders_2024.csv", "正在读取 orders_2024.csv"),
			Done: 12_400_000, Of: 44_600_000, Rows: 310_000, OnCancel: g.press})),
		ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{Lang: g.Lang, Label: g.say("Reading two files", "正在读取两个文件"),
			Done: 24_400_000, Of: 220_000_000, Rows: 550_000, Left: 20 * time.Second, OnCancel: g.press})),
		ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{Lang: g.Lang, Label: g.say("Reading for long", "读取时间较长"),
			Done: 24_400_000, Of: 220_000_000, Left: 150 * time.Second})),
		ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{Lang: g.Lang, Label: g.say("Fitting BG/NBD", "正在拟合 BG/NBD")})),
	}
}

func skeletons(*Gallery) []app.UI {
	return []app.UI{ui.Halves(ui.Card(ui.CardProps{}, ui.Skeleton(3)), ui.Card(ui.CardProps{}, ui.SkeletonFigure()))}
}

func dialogs(g *Gallery) []app.UI {
	return []app.UI{ui.Row(
		ui.Button(ui.ButtonProps{ID: "gallery-ask", Label: g.say("Ask", "询问"), OnClick: func(app.Context) { g.dialog = true }}),
		ui.Button(ui.ButtonProps{ID: "gallery-tell", Label: g.say("Tell", "提示"), OnClick: g.tell}),
	)}
}

func (g *Gallery) tell(app.Context) {
	level := ui.NoteLevel
	if len(g.toasts)%2 == 1 {
		level = ui.ErrorLevel
	}
	g.toasts = append(g.toasts, ui.Toast{ID: len(g.toasts), Level: level, Text: g.say("retention-curve.png saved", "已保存 retention-curve.png")})
}

// floating are the pieces that lie above the page.
func (g *Gallery) floating() []app.UI {
	return []app.UI{
		&ui.Dialog{Lang: g.Lang, ID: "gallery-dialog", Open: g.dialog, OnClose: g.shut,
			Title: g.say("Forget the data?", "清除数据？"),
			Body: func() []app.UI {
				return []app.UI{app.P().Text(g.say("Everything computed from it goes too. The file itself stays where it is.", "由它计算的结果也会一并清除；文件本身不受影响。"))}
			},
			Actions: func() []app.UI {
				return []app.UI{
					ui.Button(ui.ButtonProps{Label: g.say("Keep", "保留"), OnClick: g.shut}),
					ui.Button(ui.ButtonProps{Label: g.say("Forget", "清除"), Kind: ui.Danger, OnClick: g.shut}),
				}
			}},
		ui.Toasts(g.Lang, g.toasts, g.dismiss),
	}
}

func (g *Gallery) shut(app.Context) { g.dialog = false }

func (g *Gallery) dismiss(_ app.Context, id int) {
	for i, t := range g.toasts {
		if t.ID == id {
			g.toasts = append(g.toasts[:i:i], g.toasts[i+1:]...)
			return
		}
	}
}
