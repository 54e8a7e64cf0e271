package i18n

// browserCatalogue holds what app/browser and the engine's worker say of
// files, the network lock, offline use and updates.
var browserCatalogue = Catalogue{
	"browser.unreadable":        {"The browser can no longer read the file: {cause}", "浏览器无法继续读取该文件：{cause}"},
	"browser.unreadable.remedy": {"It may have been moved, changed or locked by another program since you chose it. Choose it again.", "文件可能在选择之后被移动、修改，或正被其他程序占用。请重新选择。"},
	"browser.copy-failed":       {"The browser did not allow copying: {cause}", "浏览器不允许复制：{cause}"},
	"browser.picture-failed":    {"The browser could not draw the picture: {cause}", "浏览器无法生成图片：{cause}"},
}
