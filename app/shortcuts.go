package app

import (
	"strings"

	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// A place is where a shortcut works. Its name is the message "keys.in.<place>".
type place string

// The places, in the order in which they are listed.
const (
	anywhere   place = "anywhere"
	presenting place = "presenting"
	inFigures  place = "figures"
	inTables   place = "tables"
)

var allPlaces = []place{anywhere, presenting, inFigures, inTables}

// A shortcut is a key that does something, or several that do the same. This table is
// all of them: the listener, the palette, the help screen and the sheet of keys read it.
type shortcut struct {
	name   string   // what it does, in words, is the message "keys.<name>"
	place  place    // where it works
	chords []string // see ui.Keys
	typing bool     // also while a person is typing
	over   bool     // also while a dialog is open
	acts   bool     // it is the page's, see Workbench.act; else of the piece that has the focus
}

// shortcuts begin with those of the whole page. Mod is Ctrl, and ⌘ on a Mac.
var shortcuts = []shortcut{
	{name: "palette", place: anywhere, chords: []string{"Mod K"}, typing: true, over: true, acts: true},
	{name: "explain", place: anywhere, chords: []string{"F1"}, typing: true, over: true, acts: true},
	{name: "save", place: anywhere, chords: []string{"Mod S"}, typing: true, acts: true},
	{name: "undo", place: anywhere, chords: []string{"Mod Z"}, acts: true},
	{name: "redo", place: anywhere, chords: []string{"Mod Shift Z", "Mod Y"}, acts: true},
	{name: "go", place: anywhere, chords: []string{goKey + " 1…9"}},
	{name: "tabs", place: anywhere, chords: []string{"[", "]"}},
	{name: "tab", place: anywhere, chords: []string{"Tab", "Shift Tab"}},
	{name: "escape", place: anywhere, chords: []string{"Escape"}},
	{name: "sheet", place: anywhere, chords: []string{"?"}, over: true, acts: true},

	{name: "present", place: anywhere, chords: []string{"P"}, acts: true},
	{name: "present.next", place: presenting, chords: []string{"Right", "PageDown", "Space"}},
	{name: "present.back", place: presenting, chords: []string{"Left", "PageUp", "Shift Space"}},
	{name: "present.ends", place: presenting, chords: []string{"Home", "End"}},
	{name: "present.leave", place: presenting, chords: []string{"Escape"}},

	{name: "walk", place: inFigures, chords: []string{"Left", "Right", "Up", "Down"}},
	{name: "ends", place: inFigures, chords: []string{"Home", "End"}},
	{name: "open", place: inFigures, chords: []string{"Enter"}},
	{name: "close", place: inFigures, chords: []string{"Escape"}},
	{name: "mark", place: inFigures, chords: []string{"Shift Left", "Shift Right"}},
	{name: "alone", place: inFigures, chords: []string{"Shift Enter"}},

	{name: "cells", place: inTables, chords: []string{"Left", "Right", "Up", "Down"}},
	{name: "pages", place: inTables, chords: []string{"PageUp", "PageDown"}},
	{name: "row", place: inTables, chords: []string{"0…9 Enter"}},
	{name: "row.open", place: inTables, chords: []string{"Enter"}},
}

// goKey begins a press of two keys: the second is the number of a screen in the rail.
const goKey = "G"

// single reports whether a chord is one character without Ctrl or ⌘, which people who
// speak their input may turn off (WCAG 2.1.4).
func single(key string) bool { return len([]rune(key)) == 1 }

// pressed does what a press is a shortcut of, and reports whether it is one.
func (w *Workbench) pressed(p browser.Press) bool {
	if !p.Mod && single(p.Key) && (w.noLetters || p.Typing) {
		return false
	}
	if w.goes(p) {
		return true
	}
	for i := range shortcuts {
		if s := &shortcuts[i]; s.acts && s.fits(p) {
			w.host.Redraw(func() { w.act(s.name) })
			return true
		}
	}
	return w.tabs(p)
}

// act does what a shortcut of the whole page is for.
func (w *Workbench) act(name string) {
	switch name {
	case "palette":
		w.togglePalette()
	case "explain":
		w.explainKey()
	case "sheet":
		w.sheet = !w.sheet
	case "save":
		browser.Commit() // a name that is still being typed is part of it
		go w.host.Redraw(w.save)
	case "undo":
		w.undo()
	case "redo":
		w.redo()
	case "present":
		w.present("")
	}
}

// fits reports whether a press is meant for s. A character brings its own Shift, and P is
// as good as p.
func (s *shortcut) fits(p browser.Press) bool {
	if p.Typing && !s.typing || p.Over && !s.over {
		return false
	}
	for _, chord := range s.chords {
		key, mod := strings.CutPrefix(chord, "Mod ")
		key, shift := strings.CutPrefix(key, "Shift ")
		if mod == p.Mod && strings.EqualFold(key, p.Key) && (shift == p.Shift || !mod && single(key)) {
			return true
		}
	}
	return false
}

// goes follows G and a number to a screen. Any other key ends it.
func (w *Workbench) goes(p browser.Press) bool {
	going := w.going
	w.going = false
	if p.Mod || p.Over {
		return false
	}
	if strings.EqualFold(p.Key, goKey) {
		w.going = true
		return true
	}
	if !going || !single(p.Key) || p.Key < "1" || p.Key > "9" {
		return false
	}
	n := int(p.Key[0] - '0')
	for _, r := range routes {
		if r.rail {
			if n--; n == 0 {
				browser.Go(r.path)
			}
		}
	}
	return true
}

// tabs goes to the tab before or behind the one in sight, around the ends.
func (w *Workbench) tabs(p browser.Press) bool {
	by := map[string]int{"[": -1, "]": 1}[p.Key]
	if by == 0 || p.Mod || p.Over {
		return false
	}
	w.host.Redraw(func() {
		list := w.places(w.route)
		for i := range list {
			if list[i].On {
				to := list[(i+by+len(list))%len(list)]
				to.Show()
				w.focus(to.Tab)
				return
			}
		}
	})
	return true
}

// keysOf is a shortcut's chord, for whoever shows it beside a command.
func keysOf(name string) string {
	for i := range shortcuts {
		if shortcuts[i].name == name {
			return shortcuts[i].chords[0]
		}
	}
	return ""
}

// keyGroups are the table in words.
func (w *Workbench) keyGroups() []ui.KeyGroup {
	groups := make([]ui.KeyGroup, len(allPlaces))
	for i, at := range allPlaces {
		groups[i].Title = w.host.T(i18n.Key("keys.in." + string(at)))
		for j := range shortcuts {
			if s := &shortcuts[j]; s.place == at {
				groups[i].Keys = append(groups[i].Keys, ui.KeyItem{Chords: s.chords, Text: w.host.T(i18n.Key("keys." + s.name))})
			}
		}
	}
	return groups
}

func (w *Workbench) togglePalette() {
	if !w.palette {
		w.subject = browser.Focused()
	}
	w.palette = !w.palette
}
