package i18n

// presenterCatalogue holds the words around a figure before an audience.
var presenterCatalogue = Catalogue{
	"presenter.command": {"Present", "演示"},
	"presenter.label":   {"Presentation", "演示"},
	"presenter.count":   {"{at} of {of}", "第 {at} 张，共 {of} 张"},
	"presenter.next":    {"Next", "下一张"},
	"presenter.back":    {"Back", "上一张"},
	"presenter.leave":   {"Leave the presentation", "结束演示"},
	"presenter.none":    {"Not enough data to draw this.", "数据不足，无法绘制。"},
	"presenter.gone":    {"This figure is no longer there.", "该图表已不存在。"},
	"presenter.nothing": {"There is nothing to present yet: load data first.", "尚无可演示的内容，请先载入数据。"},
}
