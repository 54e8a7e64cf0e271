package app

import (
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/keep"
	"churnbench/app/privacy"
)

// TestKeepViews draws what is said about remembering and erasing, in every state.
func TestKeepViews(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang)
		nothing := func() {}
		files := []browser.File{{Name: "orders.csv", Size: 4000}}
		k := keep.Keeper{Sources: func() []browser.File { return files }}
		kept := &browser.Remembered{Name: "March_2026", At: time.Date(2026, 3, 5, 14, 7, 0, 0, time.UTC), Bytes: 5000}
		full := *kept
		full.Data = []string{"orders.csv"}
		states := map[string]keep.State{
			"none": {None: true}, "off": {}, "offer": {Kept: kept}, "offer with data": {Kept: &full},
			"busy":   {On: true, Busy: true},
			"on":     {On: true, Data: true, Opened: true, Kept: &full, Storage: browser.Storage{Persist: browser.Persists, Usage: 9, Quota: 1 << 30}},
			"may go": {On: true, Opened: true, Kept: kept, Storage: browser.Storage{Persist: browser.MayClear}},
			"failed": {On: true, Err: analysis.Fail(analysis.Unavailable, "keep.failed", analysis.Text("cause", "full")).Or("keep.failed.remedy")},
		}
		for _, s.Dataset = range []*engine.Dataset{nil, {Customers: 9}} {
			for name, state := range states {
				look(t, name, keep.Card(&s.Host, &state, k, nothing, nothing))
			}
			files = nil
		}
		look(t, "offer", keep.Offer(&s.Host, &keep.State{Kept: &full}, nothing, nothing))
		look(t, "erase", keep.EraseCard(&s.Host, &keep.Erasure{Asking: true}, nil, keep.Unsaved{}, nothing))
		found := []browser.Trace{{Kind: browser.MemoryTrace, Count: 1, Bytes: 9}, {Kind: browser.RememberedTrace}, {Kind: browser.PreferencesTrace, Count: 2, Bytes: 3},
			{Kind: browser.OfflineTrace, Count: 15, Bytes: 7e6}, {Kind: browser.WorkerTrace, Count: 1}}
		look(t, "asking", keep.EraseCard(&s.Host, &keep.Erasure{Asking: true, Found: found, Offline: true}, nil, keep.Unsaved{Text: "unsaved"}, nothing))
		var lines []keep.Line
		for i, f := range found {
			lines = append(lines, keep.Line{Before: f, Spared: i > 3}, keep.Line{Before: f, After: f, Spared: i > 3})
		}
		for _, offline := range []bool{false, true} {
			look(t, "receipt", (&keep.Receipt{At: kept.At, Version: "v", Address: "a", Lines: lines, Offline: offline}).View(&s.Host))
		}
	})
}

// TestVersionViews draws what is said about the files of this version.
func TestVersionViews(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang)
		for _, p := range []privacy.State{{}, {Hashing: true}, {Hashed: true}, {Unread: true}, {Licences: "text"},
			{Hashed: true, Files: []browser.ReleasedFile{{Name: "./"}, {Name: "./", SHA256: "00"}, {Name: "./app.css", SHA256: "00", Known: true}, {Name: "./boot.js", SHA256: "00", Known: true, Same: true}}}} {
			look(t, "version", privacy.View(&s.Host, &p, nil, browser.Lock{State: browser.Locked}, browser.Offline{}, nil, nil))
		}
	})
}
