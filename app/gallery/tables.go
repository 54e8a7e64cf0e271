package gallery

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
	"churnbench/app/ui"
)

var tables = group{"Tables", "表格", []story{
	{"HeatTable", heat},
	{"PlainTable", plain},
	{"Table", long},
	{"Table, empty", none},
}}

// sizes and rates are a cohort triangle; the last cell of each row is open.
var (
	sizes = []int{885, 417, 380, 455, 301, 287, 249, 244, 168, 298}
	rates = [][]int{
		{26, 23, 27, 24, 24, 28, 33, 31, 32, 26},
		{24, 20, 19, 19, 21, 28, 26, 25, 26},
		{21, 20, 24, 25, 28, 28, 18, 23},
		{25, 22, 19, 23, 20, 28, 26},
		{24, 20, 26, 24, 28, 27},
		{24, 21, 23, 22, 21},
		{22, 25, 18, 18},
		{25, 20, 23},
		{23, 20},
		{29},
	}
)

func heat(g *Gallery) []app.UI {
	t := &ui.HeatTable{
		Lang: g.Lang, ID: "gallery-cohorts", Label: g.say("Cohorts by first purchase", "按首购月份分批"),
		Corner: g.say("Cohort", "同期群"), SizeHead: g.say("Customers", "客户数"),
		Selected: g.choice("heat", "2024-03"), OnRow: g.choose("heat"), OnCell: g.choose("heat-cell"),
		Foot: []ui.HeatRow{g.mean()},
	}
	for k := range 11 {
		t.Columns = append(t.Columns, strconv.Itoa(k))
	}
	for i := range sizes {
		t.Rows = append(t.Rows, g.cohort(i))
	}
	tools := []app.UI{
		ui.Segmented(ui.SegmentedProps{ID: "gallery-show", Small: true, Label: g.say("Show", "显示"), Value: g.choice("show", "%"), OnChange: g.choose("show"),
			Options: []ui.Option{{Value: "%", Label: "%"}, {Value: "n", Label: g.say("Customers", "客户数")}, {Value: "m", Label: g.say("Revenue", "收入")}}}),
		ui.IconButton(ui.ButtonProps{Label: g.say("Explain", "说明"), Icon: ui.IconExplain, OnClick: g.press}),
	}
	return []app.UI{ui.Card(ui.CardProps{
		Title: g.say("Cohorts by first purchase", "按首购月份分批"), Tools: tools,
		Foot: g.say("Hatched: not complete, left out of the mean · classic retention, calendar months, Wilson 95 %",
			"斜线：未满期，不计入均值 · 经典留存，自然月，Wilson 95% 区间"),
	}, t)}
}

func (g *Gallery) cohort(i int) ui.HeatRow {
	month := "2024-" + strconv.Itoa(101 + i)[1:]
	row := ui.HeatRow{Key: month, Head: month, Size: g.Lang.Int(sizes[i]), Share: float64(sizes[i]) / 885,
		Cells: []ui.HeatCell{{Text: "100", Muted: true}}}
	for k, rate := range rates[i] {
		row.Cells = append(row.Cells, ui.HeatCell{
			Text: strconv.Itoa(rate), Level: ui.HeatLevel(float64(rate), 40), Open: k == len(rates[i])-1, Faded: i == 8,
			Label: month + g.say(" · month ", " · 第 ") + strconv.Itoa(k+1) + g.say("", " 个月"),
			Values: []figure.Value{
				{Name: g.say("Retention", "留存率"), Text: g.Lang.Percent(float64(rate)/100, 1)},
				{Name: g.say("Customers", "客户数"), Text: g.Lang.Int(sizes[i]*rate/100) + " / " + g.Lang.Int(sizes[i])},
			},
			Key: "cohort:" + month,
		})
	}
	return row
}

func (g *Gallery) mean() ui.HeatRow {
	row := ui.HeatRow{Head: g.say("Weighted mean", "加权均值"), Size: g.Lang.Int(3684), Cells: []ui.HeatCell{{Text: "100", Muted: true}}}
	for _, rate := range []string{"23.7", "21.9", "22.4", "23.1", "24.2", "23.8", "22.6", "22.1", "22.9"} {
		row.Cells = append(row.Cells, ui.HeatCell{Text: rate})
	}
	return row
}

func plain(g *Gallery) []app.UI {
	return []app.UI{ui.Card(ui.CardProps{Title: g.say("Import ledger", "导入台账")}, ui.PlainTable(ui.PlainTableProps{
		Label: g.say("Import ledger", "导入台账"),
		Columns: []ui.Column{
			{Title: g.say("Rows", "数据行")},
			{Title: g.say("Number", "行数"), Numeric: true},
			{Title: g.say("Share", "占比"), Numeric: true},
		},
		Rows: [][]app.UI{
			ui.Cells(g.say("Used", "已使用"), "18,532", "61.0%"),
			ui.Cells(g.say("Cancelled", "已取消"), "9,288", "30.6%"),
			ui.Cells(g.say("Amount is zero", "金额为零"), "2,517", "8.3%"),
		},
		Foot: [][]app.UI{ui.Cells(g.say("Read", "读取"), "30,337", "100%")},
	}))}
}

// longRows is more rows than a browser can lay out at once.
const longRows = 250_000

func long(g *Gallery) []app.UI {
	return []app.UI{ui.Card(ui.CardProps{Title: g.say("Customers", "客户")}, &ui.Table{
		Lang: g.Lang, ID: "gallery-table", Label: g.say("Customers", "客户"), Total: longRows,
		Columns: []ui.Column{
			{Key: "id", Title: g.say("Customer", "客户"), Sortable: true},
			{Key: "segment", Title: g.say("Segment", "分群")},
			{Key: "days", Title: g.say("Purchase days", "购买天数"), Numeric: true, Sortable: true, Width: 140},
			{Key: "spend", Title: g.say("Spend", "消费额"), Numeric: true, Sortable: true, Width: 140},
		},
		Row: g.row, Sort: g.sort, Down: g.down, OnSort: g.onSort,
		OnOpen: func(ctx app.Context, i int) { g.choose("row")(ctx, strconv.Itoa(i)) },
	}), app.P().Class("quiet-text").ID("gallery-opened").Text(g.choice("row", ""))}
}

// row makes up row i; every seventh is still on its way.
func (g *Gallery) row(i int) []app.UI {
	if i%7 == 5 {
		return nil
	}
	segment := ui.Badge(g.say("Regulars", "常客"), ui.Neutral)
	if i%3 == 0 {
		segment = ui.Badge(g.say("Champions", "核心客户"), ui.Accent)
	}
	return []app.UI{
		app.Text("C-" + strconv.Itoa(100_000+i)), segment,
		app.Text(g.Lang.Int(1 + i*7%40)), app.Text(g.Lang.Money(float64(i*7919%100_000)/10, "CNY")),
	}
}

func (g *Gallery) onSort(_ app.Context, key string) {
	g.down = key == g.sort && !g.down
	g.sort = key
}

func none(g *Gallery) []app.UI {
	return []app.UI{&ui.Table{Lang: g.Lang, ID: "gallery-none", Label: g.say("Customers", "客户"),
		Columns: []ui.Column{{Key: "id", Title: g.say("Customer", "客户")}}, Row: g.row,
		Empty: g.say("No customer has “Müller” in the identifier", "没有标识含“Müller”的客户")}}
}
