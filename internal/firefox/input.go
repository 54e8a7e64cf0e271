package firefox

import (
	"context"
	"fmt"
)

// Keys as WebDriver names them (https://www.w3.org/TR/webdriver/#keyboard-actions); those
// that type are themselves.
const (
	Shift   = "\ue008"
	Control = "\ue009"
	Escape  = "\ue00c"
	Enter   = "\ue007"
	Down    = "\ue015"
	Right   = "\ue014"
	F1      = "\ue031"
)

// An action is one step of an input device.
type action struct {
	Type   string  `json:"type"`
	Value  string  `json:"value,omitempty"` // a key
	X      int     `json:"x"`
	Y      int     `json:"y"`
	Button int     `json:"button"`
	Origin *origin `json:"origin,omitempty"` // nil is the window
}

// A source is a device with what it does, one step after the other.
type source struct {
	Type    string   `json:"type"`
	ID      string   `json:"id"`
	Actions []action `json:"actions"`
}

type origin struct {
	Type    string  `json:"type"`
	Element element `json:"element"`
}

func (t *Tab) perform(ctx context.Context, s source) error {
	type actions struct {
		Context string   `json:"context"`
		Actions []source `json:"actions"`
	}
	return t.Do(ctx, "input.performActions", actions{t.context, []source{s}}, nil)
}

func (t *Tab) mouse(ctx context.Context, steps ...action) error {
	return t.perform(ctx, source{Type: "pointer", ID: "mouse", Actions: steps})
}

// Click moves the pointer to the middle of an element and presses.
func (t *Tab) Click(ctx context.Context, selector string) error {
	on, err := t.reach(ctx, selector)
	if err != nil {
		return err
	}
	return t.mouse(ctx, action{Type: "pointerMove", Origin: on}, action{Type: "pointerDown"}, action{Type: "pointerUp"})
}

// Drag presses in the middle of an element and lets go x pixels to the right of it and y
// below, by way of the point between.
func (t *Tab) Drag(ctx context.Context, selector string, x, y int) error {
	on, err := t.reach(ctx, selector)
	if err != nil {
		return err
	}
	return t.mouse(ctx, action{Type: "pointerMove", Origin: on}, action{Type: "pointerDown"},
		action{Type: "pointerMove", Origin: on, X: x / 2, Y: y / 2}, action{Type: "pointerMove", Origin: on, X: x, Y: y},
		action{Type: "pointerUp"})
}

// reach brings an element into sight.
func (t *Tab) reach(ctx context.Context, selector string) (*origin, error) {
	if err := t.Evaluate(ctx, fmt.Sprintf(`document.querySelector(%q)?.scrollIntoView({block: "center", behavior: "instant"})`, selector), new(any)); err != nil {
		return nil, err
	}
	e, err := t.element(ctx, selector)
	return &origin{"element", e}, err
}

// Press presses keys together, such as Control and "k", where the focus is.
func (t *Tab) Press(ctx context.Context, keys ...string) error {
	steps := make([]action, 2*len(keys))
	for i, key := range keys {
		steps[i] = action{Type: "keyDown", Value: key}
		steps[len(steps)-1-i] = action{Type: "keyUp", Value: key}
	}
	return t.perform(ctx, source{Type: "key", ID: "keyboard", Actions: steps})
}

// Type presses the keys of a text one after the other.
func (t *Tab) Type(ctx context.Context, text string) error {
	var steps []action
	for _, r := range text {
		steps = append(steps, action{Type: "keyDown", Value: string(r)}, action{Type: "keyUp", Value: string(r)})
	}
	return t.perform(ctx, source{Type: "key", ID: "keyboard", Actions: steps})
}
