package firefox

import (
	"context"
	"encoding/json"
	"fmt"
)

// A Tab is one page of the browser.
type Tab struct {
	*Session
	context string
}

// Tab returns the page that the browser has started with.
func (s *Session) Tab(ctx context.Context) (*Tab, error) {
	var tree struct {
		Contexts []struct {
			Context string `json:"context"`
		} `json:"contexts"`
	}
	if err := s.Do(ctx, "browsingContext.getTree", none{}, &tree); err != nil {
		return nil, err
	}
	if len(tree.Contexts) == 0 {
		return nil, fmt.Errorf("the browser has no page")
	}
	return &Tab{s, tree.Contexts[0].Context}, nil
}

// Resize sets the size of what the page sees, in CSS pixels.
func (t *Tab) Resize(ctx context.Context, width, height int) error {
	type size struct {
		Width  int `json:"width"`
		Height int `json:"height"`
	}
	type viewport struct {
		Context  string `json:"context"`
		Viewport size   `json:"viewport"`
	}
	return t.Do(ctx, "browsingContext.setViewport", viewport{t.context, size{width, height}}, nil)
}

// Visit opens an address and waits until it has loaded.
func (t *Tab) Visit(ctx context.Context, url string) error {
	type navigation struct {
		Context string `json:"context"`
		URL     string `json:"url"`
		Wait    string `json:"wait"`
	}
	return t.Do(ctx, "browsingContext.navigate", navigation{t.context, url, "complete"}, nil)
}

// A target says where a script runs.
type target struct {
	Context string `json:"context"`
}

type evaluation struct {
	Expression      string `json:"expression"`
	Target          target `json:"target"`
	AwaitPromise    bool   `json:"awaitPromise"`
	ResultOwnership string `json:"resultOwnership"`
}

// A value is a script's answer: only what tests ask for, a text or an element.
type value struct {
	Type      string `json:"type"`
	Exception thrown `json:"exceptionDetails"`
	Result    remote `json:"result"`
}

type thrown struct {
	Text string `json:"text"`
}

type remote struct {
	Type     string          `json:"type"`
	SharedID string          `json:"sharedId"`
	Value    json.RawMessage `json:"value"`
}

func (t *Tab) evaluate(ctx context.Context, expression string) (remote, error) {
	var v value
	err := t.Do(ctx, "script.evaluate", evaluation{expression, target{t.context}, true, "none"}, &v)
	if err == nil && v.Type == "exception" {
		err = fmt.Errorf("%s: %s", expression, v.Exception.Text)
	}
	return v.Result, err
}

// Evaluate evaluates an expression in the page, awaits it if it is a promise, and
// decodes what JSON makes of it into v.
func (t *Tab) Evaluate(ctx context.Context, expression string, v any) error {
	r, err := t.evaluate(ctx, `(async () => JSON.stringify((await (`+expression+`)) ?? null))()`)
	if err != nil {
		return err
	}
	var text string
	if err := json.Unmarshal(r.Value, &text); err != nil {
		return fmt.Errorf("%s: %w", expression, err)
	}
	return json.Unmarshal([]byte(text), v)
}

// An element is named by what the browser calls it.
type element struct {
	SharedID string `json:"sharedId"`
}

func (t *Tab) element(ctx context.Context, selector string) (element, error) {
	r, err := t.evaluate(ctx, fmt.Sprintf("document.querySelector(%q)", selector))
	if err == nil && r.SharedID == "" {
		err = fmt.Errorf("the page has no %s", selector)
	}
	return element{r.SharedID}, err
}

// Choose gives files to an input.
func (t *Tab) Choose(ctx context.Context, selector string, paths ...string) error {
	e, err := t.element(ctx, selector)
	if err != nil {
		return err
	}
	type files struct {
		Context string   `json:"context"`
		Element element  `json:"element"`
		Files   []string `json:"files"`
	}
	return t.Do(ctx, "input.setFiles", files{t.context, e, paths}, nil)
}

// Print returns the page as it would be printed, as a PDF: its own style sheets decide on
// paper and margins.
func (t *Tab) Print(ctx context.Context) ([]byte, error) {
	type printing struct {
		Context    string `json:"context"`
		Background bool   `json:"background"`
	}
	var pdf struct{ Data []byte } // base64
	err := t.Do(ctx, "browsingContext.print", printing{t.context, true}, &pdf)
	return pdf.Data, err
}
