package keep

import (
	"time"

	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/screen"

	"churnbench/analysis"
)

// An Erasure is the course of erasing everything. Its zero value has not begun.
type Erasure struct {
	Asking  bool            // the dialog is open
	Found   []browser.Trace // what would be erased; nil while it is looked for
	Offline bool            // the offline copy, too
	Busy    bool
	Receipt *Receipt // once it has been done
}

// A Receipt says what became of everything that was found.
type Receipt struct {
	At      time.Time
	Version string
	Address string // of the folder that the page is in
	Lines   []Line
	Offline bool // the offline copy was to go, too
}

// A Line is one kind of thing, as it was and as it was found afterwards.
type Line struct {
	Before, After browser.Trace
	Spared        bool // the person wanted it to stay
}

// A Fate is what became of it.
type Fate string

// The fates; "erase.fate."+fate names them.
const (
	Nothing Fate = "nothing" // there was none
	Gone    Fate = "gone"
	Spared  Fate = "spared"
	Left    Fate = "left" // it could not be removed
)

// Fate says what became of it.
func (l Line) Fate() Fate {
	switch {
	case l.After.Count > 0 && l.Spared:
		return Spared
	case l.After.Count > 0:
		return Left
	case l.Before.Count == 0:
		return Nothing
	}
	return Gone
}

// Clean reports whether everything that should go is gone.
func (r *Receipt) Clean() bool {
	for _, l := range r.Lines {
		if l.Fate() == Left {
			return false
		}
	}
	return true
}

// lines sets what was found beside what was found afterwards, kind by kind.
func lines(before, after []browser.Trace, offline bool) []Line {
	list := make([]Line, len(before))
	for i := range before {
		list[i] = Line{Before: before[i], After: after[i], Spared: before[i].Kind.OfOffline() && !offline}
	}
	return list
}

// unerasable are what no page can erase, as keys of the catalogue.
var unerasable = []i18n.Key{"erase.cannot.saved", "erase.cannot.source", "erase.cannot.history", "erase.cannot.clipboard", "erase.cannot.backup"}

// Text is the receipt as a file for those who keep such things.
func (r *Receipt) Text(h *screen.Host) string {
	rows := []string{h.T("erase.receipt"), "", h.T("erase.receipt.when", analysis.Text("time", r.At.Format(time.RFC3339))),
		h.T("privacy.version", analysis.Text("version", r.Version)), r.Address, ""}
	for _, l := range r.Lines {
		rows = append(rows, h.T("erase.receipt.line", analysis.Text("what", h.T(i18n.Key("erase.what."+l.Before.Kind))),
			analysis.Text("was", amount(h, l.Before)), analysis.Text("now", amount(h, l.After)), analysis.Text("fate", h.T(i18n.Key("erase.fate."+l.Fate())))))
	}
	rows = append(rows, "", h.T("erase.cannot"))
	for _, key := range unerasable {
		rows = append(rows, "- "+h.T(key))
	}
	text := ""
	for _, row := range rows {
		text += row + "\r\n"
	}
	return text
}

// amount says how much of something there is.
func amount(h *screen.Host, t browser.Trace) string {
	if t.Count == 0 {
		return h.T("erase.none")
	}
	if t.Bytes == 0 {
		return h.T("erase.count", analysis.Count("n", t.Count))
	}
	return h.T("erase.amount", analysis.Count("n", t.Count), analysis.Size("size", t.Bytes))
}

// AskToErase opens the dialog and looks for what there is to erase.
func AskToErase(h *screen.Host, s *Erasure, e *browser.Engine) {
	*s = Erasure{Asking: true}
	go func() {
		found := browser.Traces(e)
		h.Redraw(func() { s.Found = found })
	}()
}

// erase does it, and looks again. done runs once nothing is left to lose.
func erase(h *screen.Host, s *Erasure, e *browser.Engine, done func()) {
	s.Busy = true
	r := &Receipt{At: h.Now(), Version: browser.Version(), Address: browser.Folder(), Offline: s.Offline}
	go func() {
		before := browser.Traces(e)
		browser.Erase(e, r.Offline)
		r.Lines = lines(before, browser.Traces(e), r.Offline)
		h.Redraw(func() {
			*s = Erasure{Receipt: r}
			done()
		})
	}()
}
