// Package privacy is the self-test: it tries every way out of the page and
// shows what the browser refused, and what it cannot refuse. It also says which
// version of which files this is, for those who check.
package privacy

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// View draws the screen. kept and erase are the cards about what stays on the device.
func View(h *screen.Host, s *State, e *browser.Engine, lock browser.Lock, offline browser.Offline, kept, erase app.UI) app.UI {
	v := view{h, s, e}
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.privacy"), Finding: v.finding(lock), Controls: []app.UI{v.button(lock)}}),
		v.verdict(),
		v.table(),
		ui.Halves(ui.Stack(v.limits(), v.offline(offline)), ui.Stack(kept, erase, v.version())),
		v.files(),
		v.licences(),
	)
}

type view struct {
	*screen.Host
	s *State
	e *browser.Engine
}

func (v view) finding(lock browser.Lock) string {
	if lock.State == browser.Locked {
		return v.T("privacy.finding.locked", analysis.Count("requests", lock.Requests))
	}
	return v.T("privacy.finding.loading")
}

func (v view) button(lock browser.Lock) app.UI {
	return ui.Button(ui.ButtonProps{ID: "self-test", Label: v.T("privacy.run"), Icon: ui.IconPrivacy, Kind: ui.Primary,
		Busy: v.s.Running, Disabled: lock.State == browser.Loading, OnClick: func(app.Context) { v.run() }})
}

// run tries all ways, showing each as it ends.
func (v view) run() {
	v.s.Attempts, v.s.Running, v.s.Done = nil, true, false
	go func() {
		browser.SelfTest(v.e, func(a browser.Attempt) {
			v.Redraw(func() { v.s.Attempts = append(v.s.Attempts, a) })
		})
		v.Redraw(func() { v.s.Running, v.s.Done = false, true })
	}()
}

// verdict sums the test up.
func (v view) verdict() app.UI {
	if !v.s.Done {
		return nil
	}
	args := []screen.Arg{analysis.Count("all", len(v.s.Attempts)), analysis.Count("blocked", v.s.Count(browser.Blocked)),
		analysis.Count("out", v.s.Count(browser.Out)), analysis.Count("failed", v.s.Count(browser.Failed)), analysis.Count("absent", v.s.Count(browser.Absent))}
	if v.s.Count(browser.Out) > 0 {
		return ui.Notice(ui.NoticeProps{Lang: v.Lang, Level: ui.ErrorLevel, Title: v.T("privacy.verdict.out"), Text: v.T("privacy.verdict.text", args...)})
	}
	return ui.Notice(ui.NoticeProps{Lang: v.Lang, Title: v.T("privacy.verdict.tight"), Text: v.T("privacy.verdict.text", args...)})
}

// table has a row for each way and a column for each path; before the test there is none.
func (v view) table() app.UI {
	if len(v.s.Attempts) == 0 && !v.s.Running {
		return nil
	}
	columns := []ui.Column{{Title: v.T("privacy.way")}}
	for _, p := range Paths {
		columns = append(columns, ui.Column{Title: v.T("privacy.path",
			analysis.Word("from", "privacy.from."+string(p.From)), analysis.Word("to", "privacy.to."+string(p.To)))})
	}
	var rows [][]app.UI
	for _, w := range v.s.Ways() {
		rows = append(rows, v.row(w))
	}
	return ui.Card(ui.CardProps{ID: "attempts", Title: v.T("privacy.table"), Lead: v.T("privacy.table.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("privacy.table"), Rows: rows, Empty: v.T("ui.loading"), Compact: true,
			Columns: append(columns, ui.Column{Title: v.T("privacy.why")})}))
}

func (v view) row(w Way) []app.UI {
	row := ui.Cells(v.T(i18n.Key("browser.way." + w.Name)))
	for _, a := range w.Tried {
		row = append(row, v.outcome(a))
	}
	return append(row, app.Span().Class("where").Text(strings.Join(w.Why(), ", ")))
}

// outcome is a badge; a way that this browser does not have takes no notice.
func (v view) outcome(a *browser.Attempt) app.UI {
	if a == nil {
		return app.Text("")
	}
	text := v.T(i18n.Key("privacy.outcome." + a.Outcome))
	if a.Outcome == browser.Absent {
		return app.Span().Class("where").Text(text)
	}
	return ui.Badge(text, map[browser.Outcome]ui.Tone{browser.Blocked: ui.Accent, browser.Out: ui.Bad, browser.Failed: ui.Warn}[a.Outcome])
}

// limits lists what no page can make a browser refuse.
func (v view) limits() app.UI {
	items := make([]app.UI, len(browser.Unblockable))
	for i, key := range browser.Unblockable {
		items[i] = app.Li().Body(ui.Rich(v.T(i18n.Key(key)))...)
	}
	return ui.Card(ui.CardProps{Title: v.T("privacy.limits"), Lead: v.T("privacy.limits.lead")}, app.Ul().Class("plain-list").Body(items...))
}

// offline says what was checked about starting without a network.
func (v view) offline(o browser.Offline) app.UI {
	text := ""
	switch o.State {
	case browser.OfflineReady:
		text = v.T("privacy.offline.ready", analysis.Count("files", o.Files), analysis.Size("size", o.Bytes))
	case browser.OfflineSingle:
		text = v.T("privacy.offline.single")
	case browser.OfflineIncomplete:
		text = v.T("privacy.offline.incomplete", analysis.Count("files", o.Files), analysis.Count("missing", len(o.Missing)))
	default:
		text = v.T("privacy.offline.unsupported")
	}
	return ui.Card(ui.CardProps{Title: v.T("privacy.offline")}, app.P().Body(ui.Rich(text)...))
}
