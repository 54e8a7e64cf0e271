package site

import (
	"strings"
	"testing"
)

// TestOneElement merges two types, of which one has a method that differs.
func TestOneElement(t *testing.T) {
	merged, err := oneElement([]byte(`package app

type HTMLP interface {
	Text(v any) HTMLP
}

func P() HTMLP {
	return &htmlP{htmlElement: htmlElement{tag: "p"}}
}

type htmlP struct {
	htmlElement
}

func (e *htmlP) Text(v any) HTMLP {
	return e.Body(Text(v)).(*htmlP)
}

type HTMLTextarea interface {
	Text(v any) HTMLTextarea
}

func Textarea() HTMLTextarea {
	return &htmlTextarea{htmlElement: htmlElement{tag: "textarea"}}
}

type htmlTextarea struct {
	htmlElement
}

func (e *htmlTextarea) Text(v any) HTMLTextarea {
	return e.Value(v)
}

func (e *htmlTextarea) Rows(v int) HTMLTextarea {
	return e
}
`))
	if err != nil {
		t.Fatal(err)
	}
	const want = `package app

type HTMLP = *htmlElem

func P() HTMLP {
	return &htmlElem{htmlElement: htmlElement{tag: "p"}}
}

type htmlElem struct {
	htmlElement
}

func (e *htmlElem) Text(v any) HTMLP {
	if e.tag == "textarea" {
		return e.Value(v)
	}
	return e.Body(Text(v)).(*htmlElem)
}

type HTMLTextarea = *htmlElem

func Textarea() HTMLTextarea {
	return &htmlElem{htmlElement: htmlElement{tag: "textarea"}}
}

func (e *htmlElem) Rows(v int) HTMLTextarea {
	return e
}
`
	if got := strings.TrimSpace(string(merged)); got != strings.TrimSpace(want) {
		t.Errorf("got\n%s", got)
	}
}
