package keep

import (
	"strings"
	"testing"
	"time"

	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/screen"
)

// What was found before and after, and what the receipt makes of it.
func TestReceiptSaysWhatIsThere(t *testing.T) {
	before := []browser.Trace{
		{Kind: browser.MemoryTrace, Count: 2, Bytes: 4000},
		{Kind: browser.RememberedTrace},
		{Kind: browser.PreferencesTrace, Count: 2, Bytes: 40},
		{Kind: browser.OfflineTrace, Count: 15, Bytes: 7_000_000},
	}
	after := []browser.Trace{
		{Kind: browser.MemoryTrace},
		{Kind: browser.RememberedTrace},
		{Kind: browser.PreferencesTrace, Count: 1, Bytes: 20}, // another tab has written it again
		{Kind: browser.OfflineTrace, Count: 15, Bytes: 7_000_000},
	}
	r := &Receipt{At: time.Date(2026, 3, 5, 14, 7, 0, 0, time.UTC), Version: "0123abcd", Address: "https://example.com/churn/", Lines: lines(before, after, false)}
	for i, want := range []Fate{Gone, Nothing, Left, Spared} {
		if got := r.Lines[i].Fate(); got != want {
			t.Errorf("%s: %s, want %s", before[i].Kind, got, want)
		}
	}
	if r.Clean() {
		t.Error("something is still there, and the receipt is clean")
	}
	if lines(before, after, true)[3].Fate() != Left {
		t.Error("the offline copy was to go and is still there")
	}
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		text := r.Text(&screen.Host{Lang: lang})
		for _, want := range []string{"2026-03-05T14:07:00Z", "0123abcd", "https://example.com/churn/", i18n.T(lang, "erase.fate.left"), i18n.T(lang, "erase.cannot.backup")} {
			if !strings.Contains(text, want) {
				t.Errorf("the receipt lacks %q:\n%s", want, text)
			}
		}
		if strings.ContainsAny(text, "{}«") {
			t.Errorf("a word is missing:\n%s", text)
		}
	}
}

func TestReceiptIsCleanOnlyIfAllIsGone(t *testing.T) {
	was := []browser.Trace{{Kind: browser.MemoryTrace, Count: 1}, {Kind: browser.WorkerTrace, Count: 1}}
	is := []browser.Trace{{Kind: browser.MemoryTrace}, {Kind: browser.WorkerTrace, Count: 1}}
	if r := (&Receipt{Lines: lines(was, is, false)}); !r.Clean() {
		t.Error("what was to stay is no fault")
	}
}
