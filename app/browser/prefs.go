package browser

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/locale"
)

// These are all keys under which the page keeps anything in the browser's
// storage: preferences, never customers' data. web/boot.js reads them, too.
const (
	themeKey = "churnbench.theme"
	langKey  = "churnbench.lang"
	keysKey  = "churnbench.keys"
)

// A Theme is the person's choice of colours.
type Theme string

// The themes.
const (
	SystemTheme Theme = "" // as the system is set
	LightTheme  Theme = "light"
	DarkTheme   Theme = "dark"
)

// Lang returns the language that the page starts in: that of ?lang=, else the
// one kept, else the browser's.
func Lang() locale.Lang {
	for _, tag := range []string{app.Window().URL().Query().Get("lang"), stored(langKey), browserLang()} {
		if tag != "" {
			return langOf(tag)
		}
	}
	return locale.English
}

func langOf(tag string) locale.Lang {
	if strings.HasPrefix(strings.ToLower(tag), "zh") {
		return locale.Chinese
	}
	return locale.English
}

func browserLang() string {
	if lang := app.Window().Get("navigator").Get("language"); lang.Truthy() {
		return lang.String()
	}
	return ""
}

// SetLang keeps a language and tells assistive technology of it.
func SetLang(l locale.Lang) {
	tag := "en"
	if l == locale.Chinese {
		tag = "zh-CN"
	}
	root().Set("lang", tag)
	store(langKey, string(l))
}

// KeptTheme returns the person's choice.
func KeptTheme() Theme {
	switch t := Theme(stored(themeKey)); t {
	case LightTheme, DarkTheme:
		return t
	default:
		return SystemTheme
	}
}

// SetTheme keeps a theme and shows it.
func SetTheme(t Theme) {
	if t == SystemTheme {
		root().Call("removeAttribute", "data-theme")
	} else {
		root().Call("setAttribute", "data-theme", string(t))
	}
	store(themeKey, string(t))
}

// Dark reports whether the page is dark now, by choice or by the system.
func Dark() bool {
	if t := KeptTheme(); t != SystemTheme {
		return t == DarkTheme
	}
	return darkQuery().Get("matches").Truthy()
}

// SingleKeys reports whether keys without Ctrl or ⌘ are shortcuts.
func SingleKeys() bool { return stored(keysKey) != "off" }

// SetSingleKeys keeps that choice.
func SetSingleKeys(on bool) {
	choice := "off"
	if on {
		choice = ""
	}
	store(keysKey, choice)
}

func root() app.Value { return app.Window().Get("document").Get("documentElement") }

// stored reads a preference. Storage may be denied, for instance to files
// opened from a disk; the page then starts with its defaults.
func stored(key string) string {
	v, err := catch(func() app.Value { return stores("localStorage").Call("getItem", key) })
	if err != nil || !v.Truthy() {
		return ""
	}
	return v.String()
}

func store(key, value string) {
	catch(func() app.Value {
		storage := stores("localStorage")
		if value == "" {
			return storage.Call("removeItem", key)
		}
		return storage.Call("setItem", key, value)
	}) // denied storage only means that the choice is not kept
}
