package screen

import (
	"churnbench/analysis"
	"churnbench/app/i18n"
)

// Typed holds what was typed into fields and could not be taken, by the
// field's id: it stays in sight beside what is wrong with it, while the screen
// goes on showing the last good value's answer. The zero value holds nothing.
type Typed struct{ refused map[string]refusal }

type refusal struct {
	text string
	why  analysis.Message
}

// Refuse notes a text that cannot be taken.
func (t *Typed) Refuse(field, text string, why analysis.Message) {
	if t.refused == nil {
		t.refused = map[string]refusal{}
	}
	t.refused[field] = refusal{text, why}
}

// Accept forgets what was wrong with a field.
func (t *Typed) Accept(field string) { delete(t.refused, field) }

// Text is what the field shows: what was refused, else its good value.
func (t *Typed) Text(field, good string) string {
	if r, ok := t.refused[field]; ok {
		return r.text
	}
	return good
}

// Fault says what is wrong, "" if nothing is.
func (t *Typed) Fault(lang i18n.Lang, field string) string {
	if r, ok := t.refused[field]; ok {
		return i18n.Say(lang, r.why)
	}
	return ""
}
