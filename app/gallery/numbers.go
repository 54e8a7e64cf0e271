package gallery

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/ui"
)

var numbers = group{"Numbers", "指标", []story{
	{"Stat", stats},
	{"Meter", meters},
}}

func meters(*Gallery) []app.UI {
	return []app.UI{ui.Halves(ui.Stack(ui.Meter(0), ui.Meter(.07)), ui.Stack(ui.Meter(.62), ui.Meter(1)))}
}

func stats(g *Gallery) []app.UI {
	return []app.UI{
		ui.Stats(
			ui.Stat(ui.StatProps{Lang: g.Lang, Label: g.say("Month-1 retention", "首月留存率"), Value: "23.7", Unit: "%",
				Interval: "22.4–25.1" + g.Lang.PercentSign(), Note: g.say("complete cohorts only", "仅完整同期群"), OnExplain: g.press}),
			ui.Stat(ui.StatProps{Lang: g.Lang, Label: g.say("Second purchase within 90 days", "90 天内复购"), Value: "61.2", Unit: "%",
				Interval: "59.6–62.8" + g.Lang.PercentSign(), Note: g.say("open customers counted", "含观察未满的客户"), OnExplain: g.press}),
			ui.Stat(ui.StatProps{Lang: g.Lang, Label: g.say("Median time to lapse", "流失时间中位数"), Value: "14.2", Unit: g.say("months", "个月"),
				Interval: "13.1–15.6", OnExplain: g.press}),
			ui.Stat(ui.StatProps{Lang: g.Lang, Label: g.say("Lapsed this quarter", "本季流失"), Value: "412", Tone: ui.Warn,
				Note: g.say("**¥1.26 M** of yearly revenue at risk", "年收入 **126万元** 面临风险"), OnExplain: g.press}),
		),
		ui.Stats(
			ui.Stat(ui.StatProps{Lang: g.Lang, Label: g.say("Customer equity", "客户权益"), Busy: true}),
			ui.Stat(ui.StatProps{Lang: g.Lang, Label: g.say("Median lifetime", "生命周期中位数"),
				Note: g.say("needs a curve that falls below 50 %", "生存曲线须降到 50% 以下")}),
			ui.Stat(ui.StatProps{Lang: g.Lang, Label: g.say("Still buying", "仍活跃"), Value: "2,974", Tone: ui.Accent, Note: g.say("of 4,338", "共 4,338")}),
			ui.Stat(ui.StatProps{Lang: g.Lang, Label: g.say("Rows not readable", "无法读取的行"), Value: "9,288", Tone: ui.Bad}),
		),
	}
}
