package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/chromedp"

	"churnbench/analysis/sample"
	"churnbench/internal/chrome"
	"churnbench/internal/site"
)

// shots are the pictures of the guide, in the order in which they are taken.
// Each waits for its element.
var shots = []struct{ name, route, proof string }{
	{"retention", "retention", "table.cohort"},
	{"segments", "segments", ".figure svg"},
	{"value", "value", ".figure svg"},
}

// screenshots takes the pictures of README and guide from the single file, in
// both languages.
func screenshots(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	out := flags.String("out", "docs/screenshots", "folder to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "churnbench-screenshots")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	page, err := writeSingle(ctx, dir)
	if err != nil {
		return err
	}
	tab, stop, err := chrome.Start(ctx, filepath.Join(dir, "profile"))
	if err != nil {
		return err
	}
	defer stop()
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	for _, lang := range []string{"en", "zh"} {
		if err := (camera{tab, *out, lang, dir}).tour(page); err != nil {
			return err
		}
		fmt.Fprintln(w, *out, lang)
	}
	return nil
}

// writeSingle builds the single file into dir and returns its address.
func writeSingle(ctx context.Context, dir string) (string, error) {
	s, err := site.Build(ctx, site.Options{})
	if err != nil {
		return "", err
	}
	html, err := s.Single()
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, site.SingleName)
	return "file://" + filepath.ToSlash(path), os.WriteFile(path, html, 0o644)
}

// A camera takes the pictures of one language.
type camera struct {
	tab       context.Context
	out, lang string
	dir       string // for files that the page is given
}

// tour takes a sample file through the page.
func (c camera) tour(page string) error {
	file, err := c.sampleFile()
	if err != nil {
		return err
	}
	steps := []func() error{
		func() error {
			return chromedp.Do(c.tab, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(page+"?lang="+c.lang))
		},
		func() error { return c.wait(`document.documentElement.dataset.engine === "ready"`) },
		func() error {
			return chromedp.Do(c.tab, chromedp.SetUploadFiles(chromedp.CSS("#drop"), []string{file}))
		},
		func() error { return c.wait(`document.querySelector("#read")`) },
		func() error { return c.take("data-confirm") },
		func() error { return c.run(`document.querySelector("#read").click()`) },
		func() error { return c.wait(`document.querySelector("#ledger")`) },
		func() error { return c.wait(`document.querySelectorAll(".rail-item.busy").length === 0`) },
	}
	for _, s := range shots {
		steps = append(steps,
			func() error { return c.run(`location.hash = "#/` + s.route + `"`) },
			func() error { return c.wait(`document.querySelector("` + s.proof + `")`) },
			func() error { return c.take(s.name) })
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (c camera) sampleFile() (string, error) {
	src, _, err := sample.Open("shop", c.lang)
	if err != nil {
		return "", err
	}
	body := make([]byte, src.Size())
	if _, err := src.ReadAt(body, 0); err != nil && err != io.EOF {
		return "", err
	}
	path := filepath.Join(c.dir, "shop-orders-"+c.lang+".csv")
	return path, os.WriteFile(path, body, 0o644)
}

func (c camera) run(expression string) error {
	_, err := chromedp.Run(c.tab, chromedp.Evaluate[bool]("void ("+expression+") || true"))
	return err
}

func (c camera) wait(condition string) error {
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		ok, err := chromedp.Run(c.tab, chromedp.Evaluate[bool]("Boolean("+condition+")"))
		if err == nil && ok {
			return nil
		}
	}
	return fmt.Errorf("not within a minute: %s", condition)
}

// take waits for transitions to end and writes what the window shows.
func (c camera) take(name string) error {
	time.Sleep(600 * time.Millisecond)
	png, err := chromedp.Run(c.tab, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(c.out, name+"-"+c.lang+".png"), png, 0o644)
}
