package i18n

// projectsCatalogue holds the words of undoing, and of the project's screen.
var projectsCatalogue = Catalogue{
	"shell.undo":       {"Undo", "撤销"},
	"shell.redo":       {"Redo", "重做"},
	"shell.undone":     {"Undone: {what}", "已撤销：{what}"},
	"shell.redone":     {"Redone: {what}", "已重做：{what}"},
	"shell.difference": {"{name}: {from} → {to}", "{name}：{from} → {to}"},
}
