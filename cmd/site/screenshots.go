package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/chromedp"

	"churnbench/analysis/sample"
	"churnbench/internal/chrome"
	"churnbench/internal/site"
)

// extras are pictures beside those of the screens in the rail, of routes that lead from
// elsewhere.
var extras = []place{{Route: "privacy"}, {Route: "selfcheck"}, {Route: "help"}}

// others are pictures on samples that have what the first one lacks, by the key of the
// place; their names get the sample's in front.
var others = []struct {
	sample string
	keys   []string
}{
	{"accounts", []string{"segments-portfolio"}},
	{"membership", []string{"overview", "retention-survival", "retention-hazards", "retention-projection"}},
}

// screenshots takes the pictures of README, guide and docs/screens.md from the single
// file: every screen and tab, in both languages and themes.
func screenshots(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	out := flags.String("out", "docs/screenshots", "folder to write to; pictures there that are no longer taken are removed")
	index := flags.String("index", "docs/screens.md", "the document that shows them")
	page := flags.String("page", "", "address of a built single file (default: build one)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "churnbench-screenshots")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if *page == "" {
		if *page, err = writeSingle(ctx, dir); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	a := &album{out: *out, dir: dir, page: *page, names: map[string]map[string]string{}}
	for _, lang := range []string{"en", "zh"} {
		for _, theme := range []string{"light", "dark"} {
			if err := a.take(ctx, lang, theme); err != nil {
				return fmt.Errorf("%s %s: %w", lang, theme, err)
			}
			fmt.Fprintln(w, *out, lang, theme)
		}
	}
	if err := a.tidy(); err != nil {
		return err
	}
	return os.WriteFile(*index, a.index(filepath.Base(*out)), 0o644)
}

// writeSingle builds the single file into dir and returns its address.
func writeSingle(ctx context.Context, dir string) (string, error) {
	s, err := site.Build(ctx, site.Options{Fast: true})
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

// An album is the pictures that were taken.
type album struct {
	out, dir, page string
	order          []string                     // keys, as first taken
	names          map[string]map[string]string // what each shows, by key and language
}

// A camera takes the pictures of one language and theme.
type camera struct {
	tab
	*album
	lang, theme string
}

// take opens a browser and takes all pictures of a language and theme.
func (a *album) take(ctx context.Context, lang, theme string) error {
	running, stop, err := chrome.Start(ctx, filepath.Join(a.dir, "profile-"+lang+theme))
	if err != nil {
		return err
	}
	defer stop()
	c := camera{tab{running}, a, lang, theme}
	return inOrder(c.begin, c.confirm, c.shop, c.customer, c.palette, c.others)
}

// begin shows the page before any data.
func (c camera) begin() error {
	return inOrder(
		func() error { return c.still(c.theme) },
		func() error {
			return c.do(chromedp.EmulateViewport(1440, 900), chromedp.Navigate(c.page+"?lang="+c.lang))
		},
		c.ready,
		func() error { return c.shoot("start", "") })
}

// confirm shows how a file was understood, and reads it.
func (c camera) confirm() error {
	file, err := c.sampleFile()
	if err != nil {
		return err
	}
	return inOrder(
		func() error { return c.do(chromedp.SetUploadFiles(chromedp.CSS("#drop"), []string{file})) },
		func() error { return c.wait(`document.querySelector("#read")`) },
		func() error { return c.shoot("data-confirm", "") },
		func() error { return c.run(`document.querySelector("#read").click()`) },
		func() error { return c.wait(`document.querySelector("#ledger") && ` + calm) })
}

// shop shows every screen and tab.
func (c camera) shop() error {
	list, err := c.places()
	if err != nil {
		return err
	}
	for _, p := range append(list, extras...) {
		if err := c.show(p); err != nil {
			return fmt.Errorf("%s: %w", p.key(), err)
		}
		if err := c.shoot(p.key(), p.Name); err != nil {
			return err
		}
	}
	return nil
}

// customer shows the card of the first of the table.
func (c camera) customer() error {
	return inOrder(
		func() error { return c.open("customers") },
		func() error { return c.wait(`document.querySelector('#customers [data-row="0"] td')`) },
		func() error { return c.run(`document.querySelector('#customers [data-row="0"] td').click()`) },
		func() error {
			return c.wait(`document.querySelector("#customer[open] .figure svg, #customer[open] .timeline")`)
		},
		func() error { return c.shoot("customer-card", "") },
		func() error { return c.run(`document.querySelector("#customer").close()`) })
}

// palette shows what Ctrl K opens.
func (c camera) palette() error {
	return inOrder(
		func() error { return c.open("overview") },
		func() error { return c.run(`document.querySelector("#find").click()`) },
		func() error { return c.wait(`document.querySelector("dialog.palette[open]")`) },
		func() error { return c.shoot("palette", "") },
		func() error { return c.run(`document.querySelector("dialog.palette").close()`) })
}

// others shows what other samples are needed for.
func (c camera) others() error {
	for _, o := range others {
		if err := inOrder(
			func() error { return c.do(chromedp.Navigate("about:blank"), chromedp.Navigate(c.page+"?lang="+c.lang)) },
			c.ready,
			func() error { return c.wait(`document.querySelector("#sample-` + o.sample + `")`) },
			func() error { return c.run(`document.querySelector("#sample-` + o.sample + `").click()`) },
			func() error { return c.wait(`document.querySelector("#ledger") && ` + calm) }); err != nil {
			return err
		}
		list, err := c.places()
		if err != nil {
			return err
		}
		for _, p := range list {
			if !slices.Contains(o.keys, p.key()) {
				continue
			}
			if err := c.show(p); err != nil {
				return err
			}
			if err := c.shoot(o.sample+"-"+p.key(), p.Name); err != nil {
				return err
			}
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

// shoot writes what the window shows, its top in sight.
func (c camera) shoot(key, name string) error {
	if err := c.run(`scrollTo(0, 0)`); err != nil {
		return err
	}
	time.Sleep(250 * time.Millisecond) // for fonts and the last frame
	shot, err := chromedp.Run(c.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	few, err := reduced(shot)
	if err != nil {
		return err
	}
	if name == "" {
		if name, err = eval[string](c.tab, `document.querySelector("main h1")?.innerText ?? ""`); err != nil {
			return err
		}
	}
	c.note(key, c.lang, name)
	return os.WriteFile(filepath.Join(c.out, c.file(key)), few, 0o644)
}

func (c camera) file(key string) string { return pictureName(key, c.lang, c.theme) }

func pictureName(key, lang, theme string) string { return key + "-" + lang + "-" + theme + ".png" }

// note keeps what a picture shows.
func (a *album) note(key, lang, name string) {
	if a.names[key] == nil {
		a.names[key] = map[string]string{}
		a.order = append(a.order, key)
	}
	a.names[key][lang] = name
}

// tidy removes pictures that were not taken this time.
func (a *album) tidy() error {
	taken := map[string]bool{}
	for _, key := range a.order {
		for _, lang := range []string{"en", "zh"} {
			for _, theme := range []string{"light", "dark"} {
				taken[pictureName(key, lang, theme)] = true
			}
		}
	}
	all, err := filepath.Glob(filepath.Join(a.out, "*.png"))
	if err != nil {
		return err
	}
	for _, path := range all {
		if !taken[filepath.Base(path)] {
			if err := os.Remove(path); err != nil {
				return err
			}
		}
	}
	return nil
}

// index writes the document that shows all pictures.
func (a *album) index(folder string) []byte {
	var b strings.Builder
	b.WriteString("# Screens · 各页面\n\nEvery screen and tab on the built-in samples, in both languages and themes. `make screenshots` takes these pictures and writes this page.\n\n" +
		"各页面及其标签页，使用内置示例数据，中英文、浅色与深色各一张。图片与本页由 `make screenshots` 生成。\n")
	for _, key := range a.order {
		at := func(lang, theme string) string { return folder + "/" + pictureName(key, lang, theme) }
		en, zh := a.names[key]["en"], a.names[key]["zh"]
		fmt.Fprintf(&b, "\n## %s · %s\n\n`%s` · [English, dark](%s) · [中文，浅色](%s)\n\n| | |\n|---|---|\n| ![%s](%s) | ![%s](%s) |\n",
			en, zh, key, at("en", "dark"), at("zh", "light"), en, at("en", "light"), zh, at("zh", "dark"))
	}
	return []byte(b.String())
}
