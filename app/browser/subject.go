package browser

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Subject is what has the keyboard's focus, as far as it can be explained. Texts are
// those of the page, in the person's language.
type Subject struct {
	Figure  string // id of the figure that it is in
	Field   string // label of what is typed or chosen
	Hint    string // of the field, or of the column
	Column  string // heading of the table's column
	Choices string // of a list to choose from
	Card    string // title of the card that it is in

	number app.Value // the button of the number that it is in, which explains it
}

// Focused describes what has the focus.
func Focused() (s Subject) {
	s.number = app.Null()
	at := app.Window().Get("document").Get("activeElement")
	if !at.Truthy() {
		return s
	}
	if figure := around(at, "[data-figure]"); figure.Truthy() {
		s.Figure = figure.Call("getAttribute", "data-figure").String()
	}
	s.Card = textIn(around(at, ".card"), "h2")
	if number := around(at, ".stat"); found(number, ".stat-head button") {
		s.number = number.Call("querySelector", ".stat-head button")
	}
	s.field(at)
	s.column(at)
	return s
}

// field reads what a label says of a control.
func (s *Subject) field(at app.Value) {
	if !at.Call("matches", "input,select,textarea").Truthy() {
		return
	}
	group := around(at, ".field,.check,.pick,[role=radiogroup]")
	if !group.Truthy() {
		return
	}
	s.Hint = textIn(group, ".field-hint")
	if at.Call("matches", "select").Truthy() {
		s.Choices = choices(at)
	}
	for _, words := range []string{".field-label", "legend", "label > span"} {
		if s.Field = textIn(group, words); s.Field != "" {
			break
		}
	}
	if label := group.Call("getAttribute", "aria-label"); label.Truthy() {
		s.Field = label.String()
	}
}

// mostChoices are read of a list; a list of columns may be long.
const mostChoices = 12

// choices are the words of a list's options.
func choices(list app.Value) string {
	options := list.Get("options")
	var words []string
	for i := range min(options.Length(), mostChoices) {
		words = append(words, text(options.Index(i)))
	}
	if options.Length() > mostChoices {
		words = append(words, "…")
	}
	return strings.Join(words, " · ")
}

// column reads the heading of the cell that the keyboard is on in a table.
func (s *Subject) column(at app.Value) {
	id := at.Call("getAttribute", "aria-activedescendant")
	if !id.Truthy() || !at.Call("matches", "[role=grid]").Truthy() {
		return
	}
	cell := app.Window().GetElementByID(id.String())
	heads := around(at, "[role=grid]").Call("querySelectorAll", "thead th")
	if !cell.Truthy() || cell.Get("cellIndex").Int() >= heads.Length() {
		return
	}
	head := heads.Index(cell.Get("cellIndex").Int())
	s.Column, s.Hint = text(head), head.Get("title").String()
}

// OpenNumber opens the explanation of the number that has the focus; it reports whether
// there is one.
func (s *Subject) OpenNumber() bool {
	if s.number == nil || !s.number.Truthy() {
		return false
	}
	s.number.Call("click")
	return true
}

// around is the nearest element that a selector matches, this one or one around it.
func around(at app.Value, selector string) app.Value { return at.Call("closest", selector) }

func found(within app.Value, selector string) bool {
	return within.Truthy() && within.Call("querySelector", selector).Truthy()
}

// textIn is what the first element says that a selector matches, "" without one.
func textIn(within app.Value, selector string) string {
	if !found(within, selector) {
		return ""
	}
	return text(within.Call("querySelector", selector))
}

func text(element app.Value) string { return strings.TrimSpace(element.Get("textContent").String()) }
