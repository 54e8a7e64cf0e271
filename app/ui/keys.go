package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// A KeyGroup is what keys do in one place.
type KeyGroup struct {
	Title string
	Keys  []KeyItem
}

// A KeyItem is what one key does, or each of several.
type KeyItem struct {
	Chords []string
	Text   string
}

// KeyStyle is how keys are named.
type KeyStyle struct {
	Lang i18n.Lang
	Mac  bool // the keyboard has ⌘
}

// keyCaps are what stands on keys that are not called as the browser calls them.
var keyCaps = map[string]string{
	"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PageUp": "Page Up", "PageDown": "Page Down", "Escape": "Esc", "Mod": "Ctrl",
}

// macCaps are those of a Mac.
var macCaps = map[string]string{"Mod": "⌘", "Shift": "⇧"}

// cap is what stands on a key.
func (k KeyStyle) cap(key string) string {
	if on := macCaps[key]; on != "" && k.Mac {
		return on
	}
	switch key {
	case "Enter":
		return say(k.Lang, "keys.cap.enter")
	case "Space":
		return say(k.Lang, "keys.cap.space")
	}
	if on := keyCaps[key]; on != "" {
		return on
	}
	return key
}

// Words are a chord in words, for a tooltip: "Ctrl K".
func (k KeyStyle) Words(chord string) string {
	caps := strings.Fields(chord)
	for i := range caps {
		caps[i] = k.cap(caps[i])
	}
	return strings.Join(caps, " ")
}

// Keys shows a chord: keys that are pressed together or one after the other, such as
// "Mod Shift Z", by the names of package app's shortcuts.
func (k KeyStyle) Keys(chord string) app.UI {
	caps := strings.Fields(chord)
	return app.Span().Class("keys").Body(app.Range(caps).Slice(func(i int) app.UI { return app.Kbd().Text(k.cap(caps[i])) }))
}

// List shows all keys of some places.
func (k KeyStyle) List(groups []KeyGroup) app.UI {
	return app.Div().Class("key-groups").Body(app.Range(groups).Slice(func(i int) app.UI {
		return app.Section().Body(
			app.H3().Text(groups[i].Title),
			app.Dl().Body(app.Range(groups[i].Keys).Slice(func(j int) app.UI { return k.item(groups[i].Keys[j]) })),
		)
	}))
}

func (k KeyStyle) item(item KeyItem) app.UI {
	return app.Div().Body(
		app.Dt().Body(app.Range(item.Chords).Slice(func(i int) app.UI { return k.Keys(item.Chords[i]) })),
		app.Dd().Text(item.Text),
	)
}
