package i18n

// figuresCatalogue is what live figures say beyond ui.figure.
var figuresCatalogue = Catalogue{
	"figures.zoom.keys": {"Shift with the arrow keys marks a part of the axis, Enter looks closer, Escape goes back.", "按住 Shift 并按方向键选取一段，回车放大，Esc 返回全部。"},
	"figures.marked":    {"From {from} to {to} is marked. Enter looks closer.", "已选取{from}至{to}，按回车放大。"},
	"keys.mark":         {"Mark a part of a time axis; Enter looks closer, Escape goes back", "选取时间轴的一段；回车放大，Esc 返回"},
	"keys.alone":        {"In a legend: show one series alone, or all again", "在图例中：只显示一个系列，或恢复全部"},
	"figures.hint":      {"Drag to look closer", "横向拖动可放大"},
	"figures.closer":    {"Look closer", "放大查看"},
	"figures.earlier":   {"Earlier", "更早"},
	"figures.later":     {"Later", "更晚"},
	"figures.whole":     {"Whole axis", "整个时间轴"},
	"figures.hidden":    {"Not shown: {names}.", "未显示：{names}。"},
	"figures.listed":    {"{list}, {item}", "{list}、{item}"},

	"engine.no-drawing":        {"The engine no longer has what this figure was drawn from.", "引擎中已没有绘制此图所用的结果。"},
	"engine.no-drawing.remedy": {"Change any setting of the screen, or open it again, to draw the figure anew.", "请更改页面上的任一设置，或重新打开页面，以重新绘图。"},
}
