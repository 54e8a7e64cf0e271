package gallery

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/ui"
)

var asking = group{"Asking", "输入与操作", []story{
	{"Button", buttons},
	{"Segmented", segments},
	{"Tabs", tabs},
	{"Field, Select, Checkbox", fields},
	{"Slider", sliders},
	{"TextArea", areas},
	{"Pick", picks},
	{"FileDrop", drops},
}}

func buttons(g *Gallery) []app.UI {
	return []app.UI{
		ui.Row(
			ui.Button(ui.ButtonProps{ID: "gallery-press", Label: g.say("Analyse", "开始分析"), Kind: ui.Primary, OnClick: g.press}),
			ui.Button(ui.ButtonProps{Label: g.say("Save the list", "保存名单"), Icon: ui.IconSave, OnClick: g.press}),
			ui.Button(ui.ButtonProps{Label: g.say("Show more", "显示更多"), Kind: ui.Quiet, OnClick: g.press}),
			ui.Button(ui.ButtonProps{Label: g.say("Forget the data", "清除数据"), Kind: ui.Danger, OnClick: g.press}),
			ui.Button(ui.ButtonProps{Label: g.say("Small", "小号"), Small: true, OnClick: g.press}),
			ui.Button(ui.ButtonProps{Label: g.say("Working", "处理中"), Busy: true}),
			ui.Button(ui.ButtonProps{Label: g.say("Not now", "暂不可用"), Disabled: true}),
			app.Span().ID("gallery-pressed").Class("quiet-text").Text(strconv.Itoa(g.pressed)),
		),
		ui.Row(
			ui.IconButton(ui.ButtonProps{Label: g.say("Language", "语言"), Icon: ui.IconLanguage, OnClick: g.press}),
			ui.IconButton(ui.ButtonProps{Label: g.say("Dark", "深色"), Icon: ui.IconMoon, Pressed: ui.TriOf(g.pressed%2 == 1), OnClick: g.press}),
			ui.IconButton(ui.ButtonProps{Label: g.say("Help", "帮助"), Icon: ui.IconHelp, Kind: ui.Quiet, OnClick: g.press}),
			&ui.Menu{ID: "gallery-menu", Label: g.say("More", "更多"), Icon: ui.IconMore, Items: []ui.MenuItem{
				{Label: g.say("Print", "打印"), Icon: ui.IconPrint, Do: g.press},
				{Label: g.say("Undo", "撤销"), Icon: ui.IconUndo, Do: g.press}}},
		),
	}
}

func segments(g *Gallery) []app.UI {
	return []app.UI{ui.Row(
		ui.Segmented(ui.SegmentedProps{ID: "gallery-view", Label: g.say("View", "视图"), Value: g.choice("view", "a"), OnChange: g.choose("view"), Options: []ui.Option{
			{Value: "a", Label: g.say("Cohorts", "同期群")}, {Value: "b", Label: g.say("Survival", "生存")},
			{Value: "c", Label: g.say("Rates", "比率")}, {Value: "d", Label: g.say("Projection", "预测"), Disabled: true}}}),
		ui.Segmented(ui.SegmentedProps{ID: "gallery-small", Small: true, Label: g.say("Method", "方法"), Value: g.choice("small", "in"), OnChange: g.choose("small"), Options: []ui.Option{
			{Value: "in", Label: g.say("In the month", "当月")}, {Value: "later", Label: g.say("Month or later", "当月及以后")}}}),
	)}
}

func tabs(g *Gallery) []app.UI {
	on := g.choice("tabs", "fit")
	return []app.UI{ui.Tabs(ui.TabsProps{ID: "gallery-tabs", Label: g.say("Model", "模型"), Selected: on, OnSelect: g.choose("tabs"), Items: []ui.Tab{
		{Key: "fit", Label: g.say("Fit", "拟合")}, {Key: "holdout", Label: g.say("Holdout", "留出检验"), Badge: "39"}, {Key: "doctor", Label: g.say("Fit doctor", "拟合诊断")}}},
		app.P().Text(on))}
}

func fields(g *Gallery) []app.UI {
	return []app.UI{
		ui.Form(
			&ui.Field{ID: "gallery-window", Kind: ui.NumberField, Label: g.say("Lapsed after", "流失窗口"), Unit: g.say("days", "天"), Value: g.choice("window", "131"), Min: "1",
				Hint: g.say("The data suggest **131**.", "数据建议 **131**。"), OnChange: g.choose("window")},
			&ui.Field{ID: "gallery-end", Kind: ui.DateField, Label: g.say("Observed until", "观察截止"), Value: g.choice("end", "2024-12-31"), OnChange: g.choose("end")},
			&ui.Field{ID: "gallery-search", Kind: ui.SearchField, Label: g.say("Search", "搜索"), Placeholder: g.say("part of the identifier", "标识的一部分"), Value: g.choice("search", ""), OnInput: g.choose("search")},
			&ui.Field{ID: "gallery-wrong", Label: g.say("Margin", "毛利率"), Unit: "%", Value: "130",
				Error: g.say("A margin is at most 100 %.", "毛利率不能超过 100%。")},
			&ui.Select{ID: "gallery-role", Label: g.say("Role of column 3", "第 3 列的角色"), Value: g.choice("role", "amount"), OnChange: g.choose("role"), Options: []ui.Option{
				{Value: "", Label: g.say("Ignore", "忽略")}, {Value: "date", Label: g.say("Date", "日期"), Group: g.say("Order", "订单")}, {Value: "amount", Label: g.say("Amount", "金额"), Group: g.say("Order", "订单")},
				{Value: "region", Label: g.say("Region", "地区"), Group: g.say("Customer", "客户")}}},
			&ui.Field{ID: "gallery-off", Label: g.say("Currency", "币种"), Value: "CNY", Disabled: true},
		),
		&ui.Checkbox{ID: "gallery-check", Label: g.say("Count refunds as orders", "退款计为订单"), Hint: g.say("Amounts of zero or less are left out otherwise.", "否则金额小于等于零的行不计入。"),
			Checked: g.checked, OnChange: func(_ app.Context, on bool) { g.checked = on }},
		ui.Button(ui.ButtonProps{ID: "gallery-clear", Label: g.say("Clear", "清空"), Small: true, OnClick: g.clear}),
	}
}

func sliders(g *Gallery) []app.UI {
	value, _ := strconv.ParseFloat(g.choice("top", "0.2"), 64)
	return []app.UI{
		&ui.Slider{ID: "gallery-top", Label: g.say("The best … of customers", "最好的多少客户"), Min: 0.01, Max: 0.99, Step: 0.01, Value: value,
			Text: g.Lang.Percent(value, 0), OnInput: func(ctx app.Context, v float64) {
				g.choose("top")(ctx, strconv.FormatFloat(v, 'f', 2, 64))
			}},
	}
}

func areas(g *Gallery) []app.UI {
	return []app.UI{
		&ui.TextArea{ID: "gallery-patterns", Label: g.say("Test customers", "测试客户"), Hint: g.say("One a line.", "每行一个。"), Rows: 3,
			Value: g.choice("patterns", "test*\n测试*"), OnChange: g.choose("patterns")},
	}
}

func picks(g *Gallery) []app.UI {
	options := []ui.PickOption{
		{Value: "dmy", Label: g.say("3 April 2024", "2024年4月3日"), Note: g.say("day before month", "日在前，月在后")},
		{Value: "mdy", Label: g.say("4 March 2024", "2024年3月4日"), Note: g.say("month before day", "月在前，日在后")}}
	return []app.UI{
		ui.Pick(ui.PickProps{ID: "gallery-pick", Question: g.say("What does **03/04/2024** mean?", "**03/04/2024** 是哪一天？"),
			Options: options, Value: g.choice("pick", ""), OnChange: g.choose("pick")}),
		ui.Pick(ui.PickProps{ID: "gallery-pick-2", Question: g.say("With a hint", "带提示"), Hint: g.say("Every value fits **both** ways.", "所有取值**两种**读法都成立。"),
			Options: options, Value: g.choice("pick-2", "mdy"), OnChange: g.choose("pick-2")}),
	}
}

// clear empties the search by code, which a plain input would not show.
func (g *Gallery) clear(app.Context) { g.chosen, g.checked = nil, false }

func drops(g *Gallery) []app.UI {
	hint := g.say("CSV, TSV or text, any size; UTF-8, GBK, UTF-16", "CSV、TSV 或文本，大小不限；UTF-8、GBK、UTF-16")
	return []app.UI{
		&ui.FileDrop{Lang: g.Lang, ID: "gallery-drop", Accept: ".csv,.tsv,.txt", Hint: hint, OnFiles: g.onFiles},
		&ui.FileDrop{Lang: g.Lang, ID: "gallery-drop-2", Compact: true, Title: g.say("Another file", "换一个文件"), OnFiles: g.onFiles},
	}
}

func (g *Gallery) onFiles(_ app.Context, e app.Event) {
	g.toasts = append(g.toasts, ui.Toast{ID: len(g.toasts), Text: e.Get("target").Get("files").Index(0).Get("name").String()})
}
