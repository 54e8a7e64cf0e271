package privacy

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// version says which build this is, and leads to its hashes and licences.
func (v view) version() app.UI {
	hashes, licences := i18n.Key("version.hashes"), i18n.Key("version.licences")
	if v.s.Hashed {
		hashes = "version.hashes.again"
	}
	if v.s.Licences != "" {
		licences = "version.licences.hide"
	}
	return ui.Card(ui.CardProps{ID: "version", Title: v.T("version.title")},
		app.P().Body(app.Strong().Text(v.T("privacy.version", analysis.Text("version", browser.Version())))),
		app.P().Text(v.T("version.about")),
		ui.Row(
			ui.Button(ui.ButtonProps{ID: "hashes", Label: v.T(hashes), Icon: ui.IconCheck, Busy: v.s.Hashing, OnClick: func(app.Context) { v.hash() }}),
			ui.Button(ui.ButtonProps{ID: "licences", Label: v.T(licences), Icon: ui.IconFile, OnClick: func(app.Context) { v.turnLicences() }}),
		))
}

// hash computes the hashes of this version's files.
func (v view) hash() {
	v.s.Hashing = true
	go func() {
		files := browser.ReleasedFiles()
		v.Redraw(func() { v.s.Files, v.s.Hashing, v.s.Hashed = files, false, true })
	}()
}

// files lists them once they are computed.
func (v view) files() app.UI {
	if !v.s.Hashed {
		return nil
	}
	if len(v.s.Files) == 0 {
		text := i18n.Key("version.hashes.none")
		if browser.Single() {
			text = "version.hashes.single"
		}
		return ui.Notice(ui.NoticeProps{Lang: v.Lang, Text: v.T(text)})
	}
	rows := make([][]app.UI, len(v.s.Files))
	for i, f := range v.s.Files {
		rows[i] = v.file(f)
	}
	return ui.Card(ui.CardProps{ID: "released", Title: v.T("version.files"), Lead: v.T("version.hashes.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("version.files"), Rows: rows, Compact: true,
			Columns: []ui.Column{{Title: v.T("version.file")}, {Title: v.T("version.size"), Numeric: true}, {Title: v.T("version.verdict")}, {Title: v.T("version.sha256")}}}))
}

func (v view) file(f browser.ReleasedFile) []app.UI {
	verdict, tone := i18n.Key("version.verdict.other"), ui.Bad
	switch {
	case f.SHA256 == "":
		verdict = "version.verdict.gone"
	case !f.Known:
		verdict, tone = "version.verdict.page", ui.Neutral
	case f.Same:
		verdict, tone = "version.verdict.same", ui.Accent
	}
	return append(ui.Cells(fileName(f.Name), v.Lang.Bytes(f.Bytes)),
		ui.Badge(v.T(verdict), tone), app.Code().Class("hash").Text(f.SHA256))
}

// fileName is a file's name as SHA256SUMS has it.
func fileName(path string) string {
	if path == "./" {
		return "index.html"
	}
	return path[len("./"):]
}

// turnLicences shows or hides the licences.
func (v view) turnLicences() {
	if v.s.Licences != "" {
		v.s.Licences = ""
		return
	}
	go func() {
		text, ok := browser.Licences()
		v.Redraw(func() { v.s.Licences, v.s.Unread = text, !ok })
	}()
}

// licences shows what everything that this is made of may be passed on under.
func (v view) licences() app.UI {
	switch {
	case v.s.Unread:
		return ui.Notice(ui.NoticeProps{Lang: v.Lang, Text: v.T("version.licences.none")})
	case v.s.Licences == "":
		return nil
	}
	save := ui.Button(ui.ButtonProps{ID: "save-licences", Label: v.T("version.licences.save"), Icon: ui.IconSave, Small: true,
		OnClick: func(app.Context) { v.Saver.SaveBytes("licences.txt", "text/plain;charset=utf-8", []byte(v.s.Licences)) }})
	return ui.Card(ui.CardProps{ID: "licences-text", Title: "licences.txt", Tools: []app.UI{save}},
		app.Pre().Class("licences").Lang("en").TabIndex(0).Role("region").Aria("label", "licences.txt").Text(v.s.Licences))
}
