package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/profiler"
	"github.com/chromedp/chromedp"

	"churnbench/internal/chrome"
	"churnbench/internal/site"
)

// profile tells where the page's thread spends its time: at the start, while a file is
// read, and at the first opening of every screen and tab. The page is built with the names
// of its functions. Shares of a profile hold on a busy machine, on which times do not.
func profile(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	data := flags.String("data", "../shared/data/cdnow/CDNOW_master.txt", "file of orders")
	built := flags.String("site", "", "a folder built with -names (default: build one)")
	most := flags.Int("most", 25, "functions to list of each place")
	if err := flags.Parse(args); err != nil {
		return err
	}
	m, err := newMeter(ctx, *built, site.Options{Fast: true, Names: true})
	if err != nil {
		return err
	}
	defer m.stop()
	if m.file, err = filepath.Abs(*data); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "churnbench-profile")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	running, stop, err := chrome.Start(ctx, dir)
	if err != nil {
		return err
	}
	defer stop()
	p := profiling{tab: tab{running}, meter: m, w: w, most: *most}
	return inOrder(p.begin,
		func() error { return p.during("start", func() error { return m.visit(p.tab, &start{}) }) },
		func() error { return p.during("a file is read", func() error { return m.read(p.tab, &trial{}) }) },
		p.screens)
}

// A profiling watches one tab.
type profiling struct {
	tab
	meter *meter
	w     io.Writer
	most  int
}

// sampled is how often the thread is looked at, in µs.
const sampled = 200

func (p profiling) begin() error {
	if _, err := chromedp.Call(p.ctx, profiler.Enable, cdp.Empty{}); err != nil {
		return err
	}
	_, err := chromedp.Call(p.ctx, profiler.SetSamplingInterval, profiler.SetSamplingIntervalParams{Interval: sampled})
	if err != nil {
		return err
	}
	return inOrder(
		func() error { return p.do(chromedp.EmulateViewport(1440, 900)) },
		func() error { return p.meter.watched(p.tab) })
}

// during prints what the thread does while do runs.
func (p profiling) during(name string, do func() error) error {
	if _, err := chromedp.Call(p.ctx, profiler.Start, cdp.Empty{}); err != nil {
		return err
	}
	if err := do(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	stopped, err := chromedp.Call(p.ctx, profiler.Stop, cdp.Empty{})
	if err != nil {
		return err
	}
	busy, list := shares(stopped.Profile)
	fmt.Fprintf(p.w, "\n%s: %.0f ms\n", name, float64(busy)*sampled/1000)
	for _, s := range list[:min(p.most, len(list))] {
		fmt.Fprintf(p.w, "%5.1f %%  %s\n", 100*float64(s.samples)/float64(max(1, busy)), s.function)
	}
	return nil
}

func (p profiling) screens() error {
	list, err := p.places()
	if err != nil {
		return err
	}
	for _, at := range list {
		if err := inOrder(
			func() error { return leave(p.tab, at) },
			func() error {
				return p.during(at.Name, func() error {
					_, err := p.meter.click(p.tab, at)
					return err
				})
			}); err != nil {
			return err
		}
	}
	return nil
}

// A share is how often a function was under way, itself or what it called.
type share struct {
	function string
	samples  int
}

// shares counts samples, those of an idle thread aside. Each counts once, however long the
// thread had to wait for a processor.
func shares(p *profiler.Profile) (busy int, list []share) {
	nodes, above := map[int64]*profiler.ProfileNode{}, map[int64]int64{}
	for _, n := range p.Nodes {
		nodes[n.ID] = n
		for _, child := range n.Children {
			above[child] = n.ID
		}
	}
	counts := map[string]int{}
	for _, id := range p.Samples {
		if nodes[id] == nil || strings.HasPrefix(nodes[id].CallFrame.FunctionName, "(") {
			continue // (idle), (program): nothing of ours
		}
		busy++
		seen := map[string]bool{}
		for n := nodes[id]; n != nil; n = nodes[above[n.ID]] {
			seen[n.CallFrame.FunctionName] = true
		}
		for name := range seen {
			counts[name]++
		}
	}
	for name, n := range counts {
		if name != "" && name != "(root)" {
			list = append(list, share{name, n})
		}
	}
	slices.SortFunc(list, func(a, b share) int { return cmp.Or(b.samples-a.samples, strings.Compare(a.function, b.function)) })
	return busy, list
}
