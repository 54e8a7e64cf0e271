package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing/fstest"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"churnbench/internal/chrome"
	"churnbench/internal/site"
	"churnbench/internal/static"
)

// measure builds the site, serves it on this machine, opens it in a fresh headless
// browser again and again, and writes down what a person waits for: medians of the
// trials. It compares nothing with anything and fails on no number.
func measure(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	trials := flags.Int("trials", 5, "fresh browsers, of whose numbers the median is taken")
	data := flags.String("data", "../shared/data/cdnow/CDNOW_master.txt", "file of orders for the screens; they are left out where it is absent")
	out := flags.String("json", "build/measure.json", "file for all numbers")
	into := flags.String("into", "docs/performance.md", `document whose text between <!-- measured --> and <!-- /measured --> becomes the table; "" for none`)
	built := flags.String("site", "", "a built folder (default: build one)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	m, err := newMeter(ctx, *built, site.Options{})
	if err != nil {
		return err
	}
	defer m.stop()
	if m.file, err = filepath.Abs(*data); err != nil {
		return err
	}
	if _, err := os.Stat(m.file); err != nil {
		fmt.Fprintf(w, "without screens: %v\n", err)
		m.file = ""
	}
	var all []trial
	for i := range max(1, *trials) {
		t, err := m.trial(ctx)
		if err != nil {
			return fmt.Errorf("trial %d: %w", i+1, err)
		}
		all = append(all, *t)
		fmt.Fprintf(w, "trial %d of %d\n", i+1, *trials)
	}
	r := summarize(all, m.wire)
	if err := save(*out, r); err != nil {
		return err
	}
	table := r.table()
	fmt.Fprint(w, "\n", table)
	if *into == "" {
		return nil
	}
	return put(*into, table)
}

// A meter serves a site and counts what travels.
type meter struct {
	url  string
	file string // the orders; "" for none
	wire int    // bytes of a first visit from a host that compresses text
	stop context.CancelFunc

	sent atomic.Int64
}

func newMeter(ctx context.Context, folder string, o site.Options) (*meter, error) {
	files, err := siteFiles(ctx, folder, o)
	if err != nil {
		return nil, err
	}
	m := &meter{}
	if m.wire, err = onTheWire(files); err != nil {
		return nil, err
	}
	l, err := static.Listen(0)
	if err != nil {
		return nil, err
	}
	ctx, m.stop = context.WithCancel(ctx)
	m.url = static.URL(l, "/")
	go static.Serve(ctx, l, m.counted(static.Handler(files, "/")))
	return m, nil
}

// siteFiles are those of a folder, or of a build made now.
func siteFiles(ctx context.Context, folder string, o site.Options) (fs.FS, error) {
	if folder != "" {
		return os.DirFS(folder), nil
	}
	s, err := site.Build(ctx, o)
	if err != nil {
		return nil, err
	}
	files := fstest.MapFS{}
	for _, f := range s.Files {
		files[f.Path] = &fstest.MapFile{Data: f.Body}
	}
	return files, nil
}

// onTheWire adds up what a first visit downloads, text as gzip makes it.
func onTheWire(files fs.FS) (sum int, err error) {
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if path.Ext(name) != ".gz" {
			var b bytes.Buffer
			z := gzip.NewWriter(&b)
			z.Write(body) // a bytes.Buffer does not fail
			z.Close()
			body = b.Bytes()
		}
		sum += len(body)
		return nil
	})
	return sum, err
}

// counted adds up the bytes of answers.
func (m *meter) counted(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.ServeHTTP(&counter{w, &m.sent}, r) })
}

type counter struct {
	http.ResponseWriter
	sent *atomic.Int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b)
	c.sent.Add(int64(n))
	return n, err
}

// A start is how a visit began, in ms from the navigation.
type start struct {
	Paint   float64 `json:"firstPaint"`  // something to see
	Usable  float64 `json:"usable"`      // a file can be dropped, and the page listens
	Engine  float64 `json:"engineReady"` // its worker answers
	Longest float64 `json:"longestTask"` // of the page's thread until then
	Bytes   float64 `json:"bytes"`       // that the server sent, text as it is
}

// A showing is a place opened for the first time and once more, in ms from the click to
// the first frame with everything that it waits for.
type showing struct {
	place
	Cold    float64 `json:"cold"`
	Warm    float64 `json:"warm"`
	Longest float64 `json:"longestTask"` // of the page's thread, of the two
}

// A trial is one fresh browser.
type trial struct {
	First, Again start
	Read, All    float64 // ms from the choice to read a file to its ledger, and to every screen's answer
	Screens      []showing
}

// watch notes, in the page and before its scripts, when things happen first.
const watch = `(() => {
  const seen = (window.measured = { long: [] });
  new PerformanceObserver((list) => list.getEntries().forEach((e) => seen.long.push([e.startTime, e.duration]))).observe({ type: "longtask", buffered: true });
  const look = () => {
    if (!seen.usable && document.querySelector("#drop")) seen.usable = performance.now();
    if (!seen.engine && document.documentElement?.dataset.engine === "ready") seen.engine = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-engine"] });
})()`

// trial opens a fresh browser: a first visit, a second one, a file, every screen twice.
func (m *meter) trial(ctx context.Context) (*trial, error) {
	dir, err := os.MkdirTemp("", "churnbench-measure")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	running, stop, err := chrome.Start(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer stop()
	t := tab{running}
	if err := m.watched(t); err != nil {
		return nil, err
	}
	out := &trial{}
	err = inOrder(
		func() error { return t.do(chromedp.EmulateViewport(1440, 900)) },
		func() error { return m.visit(t, &out.First) },
		func() error {
			return t.wait(`churnbench.registration()?.active && !churnbench.registration().installing`)
		},
		func() error { return t.do(chromedp.Navigate("about:blank")) },
		func() error { return m.visit(t, &out.Again) },
		func() error { return m.read(t, out) },
		func() error { return m.screens(t, out) })
	return out, err
}

// watched has the pages of a tab note when things happen.
func (m *meter) watched(t tab) error {
	_, err := chromedp.Call(t.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch})
	return err
}

// visit opens the page and notes how that went.
func (m *meter) visit(t tab, to *start) error {
	m.sent.Store(0)
	if err := inOrder(func() error { return t.do(chromedp.Navigate(m.url + "?lang=en")) }, t.ready); err != nil {
		return err
	}
	v, err := eval[[]float64](t, `new Promise((done) => setTimeout(() => done([
		performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0, measured.usable ?? 0, measured.engine ?? 0,
		Math.max(0, ...measured.long.map((t) => t[1]))]), 300))`)
	if err != nil {
		return err
	}
	*to = start{v[0], v[1], v[2], v[3], float64(m.sent.Load())}
	return nil
}

// read has the file read.
func (m *meter) read(t tab, out *trial) error {
	if m.file == "" {
		return nil
	}
	if err := inOrder(
		func() error { return t.do(chromedp.SetUploadFiles(chromedp.CSS("#drop"), []string{m.file})) },
		func() error { return t.wait(`document.querySelector("#read")`) }); err != nil {
		return err
	}
	v, err := eval[[]float64](t, `new Promise((done) => {
		const began = performance.now();
		let ledger = 0;
		const look = () => {
			if (!ledger && document.querySelector("#ledger")) ledger = performance.now() - began;
			if (ledger && `+calm+`) return done([ledger, performance.now() - began]);
			requestAnimationFrame(look);
		};
		document.querySelector("#read").click();
		requestAnimationFrame(look);
	})`)
	if err != nil {
		return err
	}
	out.Read, out.All = v[0], v[1]
	return nil
}

// screens opens every place, then every place once more.
func (m *meter) screens(t tab, out *trial) error {
	if m.file == "" {
		return nil
	}
	first, err := eval[[]string](t, `Array.from(document.querySelectorAll("a.rail-item"), (a) => a.hash.slice(2))`)
	if err != nil {
		return err
	}
	for _, route := range first {
		if route == "data" {
			continue // it is where the file was read
		}
		if err := m.screen(t, route, out); err != nil {
			return fmt.Errorf("%s: %w", route, err)
		}
	}
	for i := range out.Screens {
		s := &out.Screens[i]
		if err := leave(t, s.place); err != nil {
			return err
		}
		v, err := m.click(t, s.place)
		if err != nil {
			return err
		}
		s.Warm, s.Longest = v[0], max(s.Longest, v[1])
	}
	return nil
}

// screen opens a screen, whose first tab is in sight then, and the other tabs.
func (m *meter) screen(t tab, route string, out *trial) error {
	v, err := m.click(t, place{Route: route})
	if err != nil {
		return err
	}
	title, err := eval[string](t, `document.querySelector("main h1")?.innerText ?? ""`)
	if err != nil {
		return err
	}
	out.Screens = append(out.Screens, showing{place: place{Route: route, Name: title}, Cold: v[0], Longest: v[1]})
	tabs, err := eval[[]string](t, `Array.from(document.querySelectorAll("main [role=tab]:not([aria-selected=true])"), (b) => b.id + "\t" + b.innerText.split("\n")[0])`)
	if err != nil {
		return err
	}
	for _, said := range tabs {
		id, label, _ := strings.Cut(said, "\t")
		p := place{route, id, title + " · " + label}
		if v, err = m.click(t, p); err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
		out.Screens = append(out.Screens, showing{place: p, Cold: v[0], Longest: v[1]})
	}
	return nil
}

// leave goes where the click to a place can be made from: another screen, or another tab.
func leave(t tab, p place) error {
	if p.Tab == "" {
		return t.open("help")
	}
	return inOrder(
		func() error { return t.open(p.Route) },
		func() error {
			return t.run(fmt.Sprintf(`Array.from(document.querySelectorAll("main [role=tab]")).find((b) => b.id !== %q).click()`, p.Tab))
		},
		func() error {
			return t.wait(fmt.Sprintf(`document.getElementById(%q)?.getAttribute("aria-selected") !== "true" && `, p.Tab) + calm)
		})
}

// click opens a place and returns the ms until it shows everything, and the longest task
// of the page's thread meanwhile.
func (m *meter) click(t tab, p place) ([]float64, error) {
	target, there := fmt.Sprintf(`document.querySelector('a.rail-item[href="#/%s"]')`, p.Route), `?.getAttribute("aria-current") === "page"`
	if p.Tab != "" {
		target, there = fmt.Sprintf(`document.getElementById(%q)`, p.Tab), `?.getAttribute("aria-selected") === "true"`
	}
	v, err := eval[[]float64](t, `new Promise((done) => {
		const began = performance.now();
		const look = () => {
			const took = performance.now() - began;
			if (!(`+target+there+` && document.querySelector("main svg, main table, main p") && `+calm+`) && took < 120000) return requestAnimationFrame(look);
			setTimeout(() => done([took, Math.max(0, ...measured.long.filter((t) => t[0] + t[1] > began).map((t) => t[1]))]), 150);
		};
		`+target+`.click();
		requestAnimationFrame(() => requestAnimationFrame(look));
	})`)
	if err == nil && v[0] >= 120000 {
		err = fmt.Errorf("not within two minutes")
	}
	return v, err
}

// A report is the medians of all trials.
type report struct {
	Trials int       `json:"trials"`
	Wire   int       `json:"bytesGzip"`
	First  start     `json:"firstVisit"`
	Again  start     `json:"secondVisit"`
	Read   float64   `json:"read"`
	All    float64   `json:"everyScreen"`
	List   []showing `json:"screens"`
	Single []trial   `json:"each"`
}

func summarize(all []trial, wire int) report {
	of := func(f func(*trial) float64) float64 {
		var v []float64
		for i := range all {
			v = append(v, f(&all[i]))
		}
		return median(v)
	}
	starts := func(f func(*trial) *start) start {
		return start{
			Paint: of(func(t *trial) float64 { return f(t).Paint }), Usable: of(func(t *trial) float64 { return f(t).Usable }),
			Engine: of(func(t *trial) float64 { return f(t).Engine }), Longest: of(func(t *trial) float64 { return f(t).Longest }),
			Bytes: of(func(t *trial) float64 { return f(t).Bytes }),
		}
	}
	r := report{Trials: len(all), Wire: wire, Single: all,
		First: starts(func(t *trial) *start { return &t.First }), Again: starts(func(t *trial) *start { return &t.Again }),
		Read: of(func(t *trial) float64 { return t.Read }), All: of(func(t *trial) float64 { return t.All })}
	for i, s := range all[0].Screens {
		at := func(t *trial) *showing { return &t.Screens[min(i, len(t.Screens)-1)] }
		r.List = append(r.List, showing{place: s.place, Cold: of(func(t *trial) float64 { return at(t).Cold }),
			Warm: of(func(t *trial) float64 { return at(t).Warm }), Longest: of(func(t *trial) float64 { return at(t).Longest })})
	}
	return r
}

func median(v []float64) float64 {
	slices.Sort(v)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

// table writes the report for a document.
func (r report) table() string {
	var b strings.Builder
	ms := func(v float64) string { return fmt.Sprintf("%.0f", v) }
	fmt.Fprintf(&b, "Medians of %d fresh browsers, ms. A first visit downloads %.2f MB (gzip).\n\n| | first visit | second visit |\n|---|---|---|\n", r.Trials, float64(r.Wire)/1e6)
	for _, row := range []struct {
		name string
		of   func(start) float64
	}{
		{"something to see", func(s start) float64 { return s.Paint }},
		{"a file can be dropped", func(s start) float64 { return s.Usable }},
		{"the engine answers", func(s start) float64 { return s.Engine }},
		{"longest task of the page's thread", func(s start) float64 { return s.Longest }},
	} {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", row.name, ms(row.of(r.First)), ms(row.of(r.Again)))
	}
	if len(r.List) == 0 {
		return b.String()
	}
	fmt.Fprintf(&b, "\nCDNOW master (69,659 orders, 23,570 customers): ledger %s ms after the click, every screen's first answer %s ms.\n\n", ms(r.Read), ms(r.All))
	b.WriteString("| from the click to everything in sight | first time | again | longest task |\n|---|---|---|---|\n")
	for _, s := range r.List {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", s.Name, ms(s.Cold), ms(s.Warm), ms(s.Longest))
	}
	return b.String()
}

func save(name string, r report) error {
	body, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, append(body, '\n'), 0o644)
}

// Marks of the table's place in a document.
const (
	tableBegins = "<!-- measured -->\n"
	tableEnds   = "<!-- /measured -->"
)

// put writes a table to its place in a document.
func put(name, table string) error {
	body, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(body), tableBegins)
	_, after, ended := strings.Cut(rest, tableEnds)
	if !ok || !ended {
		return fmt.Errorf("%s has no place for the table: %s", name, strings.TrimSpace(tableBegins))
	}
	return os.WriteFile(name, []byte(before+tableBegins+"\n"+table+"\n"+tableEnds+after), 0o644)
}
