package browser

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Press is a key that was pressed anywhere in the page.
type Press struct {
	Key    string // as the browser names it: "k", "F1", "["
	Mod    bool   // with Ctrl, or with ⌘
	Shift  bool
	Typing bool // into a field, which takes letters itself
	Over   bool // while a dialog is open
}

// typed are elements that make words of letters, and can undo what was typed.
const typed = "input:not([type=radio],[type=checkbox],[type=range],[type=button],[type=file]),textarea,[contenteditable=true]"

// picked are those that take letters only: they have nothing to undo themselves.
const picked = typed + ",select"

// OnKey calls f with every press but those with Alt, before any element sees it. If f
// takes one, neither elements nor the browser do anything with it.
func OnKey(f func(Press) (taken bool)) (stop func()) {
	window := app.Window()
	handler := app.FuncOf(func(_ app.Value, args []app.Value) any {
		if event := first(args); meant(event) && f(pressOf(event)) {
			event.Call("preventDefault")
			event.Call("stopPropagation")
		}
		return nil
	})
	window.Call("addEventListener", "keydown", handler, true)
	return func() {
		window.Call("removeEventListener", "keydown", handler, true)
		handler.Release()
	}
}

// meant reports whether a press can be a shortcut: one that composes a Chinese character
// is none, and Alt is the system's, unless it only brings a character such as "[".
func meant(event app.Value) bool {
	return event.Get("key").Truthy() && !event.Get("isComposing").Truthy() &&
		(!event.Get("altKey").Truthy() || graph(event))
}

// graph reports whether AltGr is down, which is Ctrl and Alt on some keyboards.
func graph(event app.Value) bool { return event.Call("getModifierState", "AltGraph").Truthy() }

func pressOf(event app.Value) Press {
	target, document := event.Get("target"), app.Window().Get("document")
	mod, takes := (event.Get("ctrlKey").Truthy() || event.Get("metaKey").Truthy()) && !graph(event), picked
	if mod {
		takes = typed
	}
	return Press{
		Key:    event.Get("key").String(),
		Mod:    mod,
		Shift:  event.Get("shiftKey").Truthy(),
		Typing: target.Get("closest").Truthy() && target.Call("closest", takes).Truthy(),
		Over:   document.Call("querySelector", "dialog[open]").Truthy(),
	}
}

// Mac reports whether the machine is one whose keyboards have ⌘.
func Mac() bool {
	platform := app.Window().Get("navigator").Get("platform")
	return platform.Truthy() && (strings.HasPrefix(platform.String(), "Mac") || strings.HasPrefix(platform.String(), "iP"))
}

// Commit ends what is being typed into a field, as leaving it does, and stays there: what
// has been typed is known from then on.
func Commit() {
	if at := app.Window().Get("document").Get("activeElement"); at.Truthy() && at.Call("matches", typed).Truthy() {
		at.Call("blur")
		at.Call("focus")
	}
}
