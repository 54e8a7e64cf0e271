package gallery

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/ui"
)

var words = group{"Words", "文字与提示", []story{
	{"Badge", badges},
	{"Chip", chips},
	{"Notice", notices},
	{"Explain", explains},
	{"Empty", empties},
}}

func badges(g *Gallery) []app.UI {
	return []app.UI{ui.Row(
		ui.Badge(g.say("12 rows", "12 行"), ui.Neutral),
		ui.Badge(g.say("Champions", "核心客户"), ui.Accent),
		ui.Badge(g.say("At risk", "流失风险"), ui.Warn),
		ui.Badge(g.say("Not readable", "无法读取"), ui.Bad),
	)}
}

func chips(g *Gallery) []app.UI {
	return []app.UI{ui.Row(
		ui.Chip(ui.ChipProps{Strong: "orders_2024.csv", Text: g.say("18,532 orders · 4,338 customers", "18,532 笔订单 · 4,338 位客户")}),
		ui.Chip(ui.ChipProps{Text: g.say("Lapsed after **131 days**", "流失窗口 **131 天**"), OnClick: g.press}),
		ui.Chip(ui.ChipProps{Dot: true, Tone: ui.Accent, Strong: g.say("Network locked", "网络已锁定"), Text: g.say("0 requests", "0 次请求"), OnClick: g.press}),
		ui.Chip(ui.ChipProps{Icon: ui.IconUnlocked, Tone: ui.Warn, Strong: g.say("Not locked yet", "尚未锁定")}),
		ui.Chip(ui.ChipProps{Icon: ui.IconError, Tone: ui.Bad, Strong: g.say("Engine stopped", "引擎已停止")}),
	)}
}

func notices(g *Gallery) []app.UI {
	return []app.UI{
		ui.Notice(ui.NoticeProps{Lang: g.Lang, Text: g.say("Orders of one customer on one day count as one purchase.", "同一客户同一天的多笔订单计为一次购买。")}),
		ui.Notice(ui.NoticeProps{Lang: g.Lang, Level: ui.CautionLevel,
			Text: g.say("Month 12 includes the holiday season for the first cohort only.", "第 12 个月只有首批客户经历了节假日旺季。")}),
		ui.Notice(ui.NoticeProps{Lang: g.Lang, Level: ui.SeriousLevel,
			Text:   g.say("The average rises only because weaker cohorts drop out of it.", "均值上升只是因为表现较弱的同期群退出了平均。"),
			Remedy: g.say("Compare cohorts that have all reached month 6.", "请只比较都已满 6 个月的同期群。"), OnClose: g.press}),
		ui.Notice(ui.NoticeProps{Lang: g.Lang, Level: ui.ErrorLevel,
			Text:    g.say("No column could be read as a date.", "没有任何一列能识别为日期。"),
			Remedy:  g.say("Choose the date column and its order below.", "请在下方选择日期列及其年月日顺序。"),
			Actions: []app.UI{ui.Button(ui.ButtonProps{Label: g.say("Choose columns", "选择列"), Small: true, OnClick: g.press})}}),
	}
}

func explains(g *Gallery) []app.UI {
	p := ui.ExplainProps{
		Lang: g.Lang,
		Text: g.say("Retention in month _k_ is the share of a cohort that bought in its _k_-th month.",
			"第 _k_ 个月的留存率，是该批客户中在第 _k_ 个月有购买的比例。"),
		Formula: "_R_(_k_) = _n_(_k_) ÷ _n_(0)",
		Inputs:  []string{g.say("18,532 orders of 4,338 customers", "4,338 位客户的 18,532 笔订单")},
		Exclusions: []string{
			g.say("9,288 cancelled rows", "9,288 行已取消订单"),
			g.say("2,517 rows with amount 0; see the import ledger", "2,517 行金额为 0，详见导入台账"),
		},
		Assumptions: []string{g.say("A cell counts once **every** member has had the whole month.", "一格只有在**每位**成员都经历完整月份后才计入。")},
		Source:      "Wilson (1927)",
	}
	fold := p
	fold.Title = g.say("The same, folded", "同样内容，折叠显示")
	return []app.UI{ui.Halves(ui.Explain(p), ui.ExplainFold(fold))}
}

func empties(g *Gallery) []app.UI {
	return []app.UI{ui.Card(ui.CardProps{}, ui.Empty(ui.EmptyProps{
		Icon: ui.IconData, Title: g.say("No data yet", "还没有数据"),
		Text: g.say("Drop an export of orders, or look at a sample first.", "拖入一份订单导出文件，或先看看示例数据。"),
		Actions: []app.UI{
			ui.Button(ui.ButtonProps{Label: g.say("Open a sample", "打开示例"), Kind: ui.Primary, Icon: ui.IconSparkle, OnClick: g.press}),
			ui.LinkButton(ui.LinkProps{Label: g.say("Choose a file", "选择文件"), Href: "#/data"}),
		},
	}))}
}
