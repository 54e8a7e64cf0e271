package app

import (
	"slices"
	"strings"
	"testing"

	"churnbench/app/browser"
	"churnbench/app/i18n"
)

// No key does two things in one place, and every key has words in both languages.
func TestShortcutsAreToldApart(t *testing.T) {
	used := map[string]string{}
	names := map[string]bool{}
	for _, s := range shortcuts {
		if names[s.name] {
			t.Errorf("%s is there twice", s.name)
		}
		names[s.name] = true
		if !slices.Contains(allPlaces, s.place) {
			t.Errorf("%s works in %q, which is no place", s.name, s.place)
		}
		for _, chord := range s.chords {
			at := string(s.place) + " " + strings.ToLower(chord)
			if used[at] != "" {
				t.Errorf("%s: both %s and %s", at, used[at], s.name)
			}
			used[at] = s.name
		}
		if len(s.chords) == 0 {
			t.Errorf("%s has no key", s.name)
		}
	}
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		w := Workbench{}
		w.host.Lang = lang
		n := 0
		for _, g := range w.keyGroups() {
			for _, k := range g.Keys {
				n++
				if k.Text == "" || strings.HasPrefix(k.Text, "keys.") || g.Title == "" {
					t.Errorf("%s: %v in %q is said as %q", lang, k.Chords, g.Title, k.Text)
				}
			}
		}
		if n != len(shortcuts) {
			t.Errorf("%s: %d keys are listed, there are %d", lang, n, len(shortcuts))
		}
	}
}

func TestPressesFit(t *testing.T) {
	for _, tt := range []struct {
		press browser.Press
		want  string // name of the shortcut, "" for none
	}{
		{browser.Press{Key: "k", Mod: true}, "palette"},
		{browser.Press{Key: "K", Mod: true, Typing: true, Over: true}, "palette"},
		{browser.Press{Key: "K", Mod: true, Shift: true}, ""},
		{browser.Press{Key: "k"}, ""},
		{browser.Press{Key: "F1", Typing: true}, "explain"},
		{browser.Press{Key: "F1", Shift: true}, ""},
		{browser.Press{Key: "?", Shift: true}, "sheet"},
		{browser.Press{Key: "p"}, "present"},
		{browser.Press{Key: "P", Shift: true}, "present"},
		{browser.Press{Key: "p", Over: true}, ""},
		{browser.Press{Key: "p", Typing: true}, ""},
		{browser.Press{Key: "p", Mod: true}, ""}, // the browser prints
	} {
		got := ""
		for i := range shortcuts {
			if s := &shortcuts[i]; s.acts && s.fits(tt.press) {
				got = s.name
			}
		}
		if got != tt.want {
			t.Errorf("%+v is %q, want %q", tt.press, got, tt.want)
		}
	}
}

// Letters do nothing while a person writes, and nothing at all once they are turned off.
func TestLettersCanBeTurnedOff(t *testing.T) {
	w := Workbench{}
	done := 0
	w.host.Redraw = func(func()) { done++ }
	if w.pressed(browser.Press{Key: "?", Typing: true}) || !w.pressed(browser.Press{Key: "?"}) || done != 1 {
		t.Error("a letter is taken while a person writes, or not at all")
	}
	if !w.pressed(browser.Press{Key: "g"}) || !w.going || w.pressed(browser.Press{Key: "x"}) || w.going {
		t.Error("G waits for its number and for nothing else")
	}
	w.noLetters = true
	for _, key := range []string{"?", "g", "p", "[", "1"} {
		if w.pressed(browser.Press{Key: key}) {
			t.Errorf("%s does something though letters are off", key)
		}
	}
	if !w.pressed(browser.Press{Key: "k", Mod: true}) || !w.pressed(browser.Press{Key: "F1"}) {
		t.Error("keys that are no letters are off, too")
	}
}
