package i18n

// piecesCatalogue holds the words of what moves in figures.
var piecesCatalogue = Catalogue{
	"ui.steps":       {"Step through the periods", "逐期查看"},
	"ui.steps.at":    {"Period in sight", "当前期间"},
	"ui.steps.back":  {"One period back", "上一期"},
	"ui.steps.next":  {"One period on", "下一期"},
	"ui.steps.play":  {"Play", "播放"},
	"ui.steps.pause": {"Pause", "暂停"},
	"ui.steps.of":    {"; {k} of {n}", "；第 {k}/{n} 期"},
}
