package main

import (
	"context"
	"fmt"
	"net"
	"path/filepath"
	"time"

	"github.com/chromedp/chromedp"

	"churnbench/internal/chrome"
	"churnbench/internal/static"
)

// A bench is a browser with the page open twice, with and without threads.
type bench struct {
	dir           string // for files
	plain, shared context.Context
	close         func()
}

// open builds and serves everything, and starts the browser.
func open(ctx context.Context, dir string) (*bench, error) {
	listener, err := listen(ctx, dir)
	if err != nil {
		return nil, err
	}
	b := &bench{dir: dir}
	if b.plain, b.close, err = chrome.Start(ctx, filepath.Join(dir, "profile")); err != nil {
		return nil, err
	}
	b.shared, _ = chromedp.NewContext(b.plain) // a second tab; ends with the browser
	err = visit(b.plain, static.URL(listener, "/"))
	if err == nil {
		err = visit(b.shared, static.URL(listener, isolated))
	}
	if err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

// listen serves until ctx ends.
func listen(ctx context.Context, dir string) (net.Listener, error) {
	folder, err := here(ctx)
	if err != nil {
		return nil, err
	}
	npm, err := peers(ctx, folder)
	if err != nil {
		return nil, err
	}
	wasm, script, err := program(ctx, dir)
	if err != nil {
		return nil, err
	}
	h, err := handler(npm, wasm, script)
	if err != nil {
		return nil, err
	}
	listener, err := static.Listen(0)
	if err != nil {
		return nil, err
	}
	go static.Serve(ctx, listener, h)
	return listener, nil
}

func visit(tab context.Context, url string) error {
	if err := chromedp.Do(tab, chromedp.Navigate(url)); err != nil {
		return fmt.Errorf("opening %s: %w", url, err)
	}
	for range 100 {
		if ready, err := chromedp.Run(tab, chromedp.Evaluate[bool](`typeof trial === "function"`)); err == nil && ready {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("%s does not start", url)
}

// choose gives both tabs a file, as a person would.
func (b *bench) choose(path string) error {
	for _, tab := range []context.Context{b.plain, b.shared} {
		if err := chromedp.Do(tab, chromedp.SetUploadFiles(chromedp.CSS("#orders"), []string{path})); err != nil {
			return err
		}
	}
	return nil
}

// A trial is what web/trial.js reports: milliseconds of the first and second
// reading, bytes that the first one made memory grow by (0 if unknown), and the
// digest of the results.
type trial struct {
	First, Second float64
	Grown         float64
	Digest        string
}

// patience is how long one trial may take.
const patience = 3 * time.Minute

func (b *bench) try(c contestant) (trial, error) {
	tab := b.plain
	if c.shared {
		tab = b.shared
	}
	ctx, cancel := context.WithTimeout(tab, patience)
	defer cancel()
	t, err := chromedp.Run(ctx, chromedp.Evaluate[trial](fmt.Sprintf("trial(%q)", c.key), chromedp.EvalAwaitPromise))
	if err != nil {
		return t, fmt.Errorf("%s: %w", c.name, err)
	}
	return t, nil
}
