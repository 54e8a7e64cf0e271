package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/lifecycle"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
	"churnbench/app/i18n"
)

var segmentsVerb = verb{
	name: "segments", args: "FILE…",
	about: "RFM scores and named segments, revenue tiers, clusters, lifecycle stages: who brings what, who is lost",
	run:   runSegments,
}

// A segmentsCall is what the person asked for.
type segmentsCall struct {
	readCall
	options rfm.Options
	cuts    [3]string // as typed: they can be judged once the number of scores is known
	own     []string  // likewise
	lost    churn.Definition
	tiers   segment.Cutting
	k       int
	life    lifeFlags
	profile profileFlags
	json    string // path; "" for none
	csv     string // likewise, for the segments
}

func runSegments(ctx context.Context, args []string, out, errs io.Writer) error {
	call, err := parseSegments(args, errs)
	if err != nil {
		return err
	}
	if err := call.run(ctx, out); err != nil {
		return spoken{error: err, lang: call.lang}
	}
	return nil
}

func parseSegments(args []string, errs io.Writer) (*segmentsCall, error) {
	fs := flag.NewFlagSet("churn segments", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &segmentsCall{}
	o := &c.options
	fs.IntVar(&o.Bins, "bins", rfm.DefaultBins, "scores run from 1 to this, 2 to 10")
	word(fs, "ties", "how equal customers are scored: they share the lower or the higher score, are cut at quantiles, or are parted by their order in the data", &o.Ties,
		"low", rfm.ShareHigh, rfm.Quantiles, rfm.ByRank, rfm.NTile)
	fs.BoolVar(&o.Nested, "nested", false, "cut F within each score of R, and M within each pair of R and F")
	word(fs, "frequency", "what F counts", &o.Frequency, "days", rfm.Orders)
	word(fs, "spend", "what M measures: total spend, or the average over what F counts", &o.Spend, "total", rfm.AverageSpend)
	for i, name := range []string{"r", "f", "m"} {
		fs.StringVar(&c.cuts[i], name+"-cuts", "", `cut-offs of `+strings.ToUpper(name)+` in place of quantiles, ascending, one fewer than scores, such as "30 60 90 180"`)
	}
	word(fs, "rules", "the shipped rule set that names segments", &o.RuleSet, "classic", rfm.Compact)
	fs.Func("segment", `a segment of your own, such as "VIP: R4-5 F4-" (M too; what is not said is any); the first that fits a customer counts, whoever fits none is in the rest; may be given several times`, func(s string) error {
		c.own = append(c.own, s)
		return nil
	})
	word(fs, "by", "revenue tiers: A, B, C by 80 and 95 % of revenue, or tenths of customers", &c.tiers, "abc", segment.Deciles)
	fs.IntVar(&c.k, "clusters", 0, "number of clusters (default: the clearest)")
	c.life.declare(fs)
	c.profile.declare(fs)
	declareSilence(fs, &c.lost)
	fs.StringVar(&c.json, "json", "", "file for all numbers, as JSON")
	fs.StringVar(&c.csv, "csv", "", "file for the segments with their losses, as CSV")
	if err := c.parseRead(fs, args, errs); err != nil {
		return nil, err
	}
	return c, c.settle(errs)
}

// declareSilence declares the flag about how long a silence counts as lost.
func declareSilence(fs *flag.FlagSet, d *churn.Definition) {
	fs.IntVar(&d.Window, "window", 0, "days of silence that count as lost (default: proposed from the data)")
}

// settle reads what depends on the number of scores.
func (c *segmentsCall) settle(errs io.Writer) error {
	if c.options.Bins < rfm.MinBins || c.options.Bins > rfm.MaxBins {
		fmt.Fprintf(errs, "--bins: say a number from %d to %d\n", rfm.MinBins, rfm.MaxBins)
		return errUsage
	}
	for m, text := range c.cuts {
		b, wrong := rfm.ParseBounds(text, m, c.options.Bins)
		if wrong != nil {
			fmt.Fprintf(errs, "--%c-cuts: %s\n", "rfm"[m], i18n.Say(c.lang, *wrong))
			return errUsage
		}
		c.options.Typed[m] = b
	}
	for _, text := range c.own {
		if err := addOwn(&c.options.Own, text, c.options.Bins); err != nil {
			fmt.Fprintf(errs, "--segment %q: %v\n", text, err)
			return errUsage
		}
	}
	return nil
}

// addOwn reads a segment such as "VIP: R4-5 F4-".
func addOwn(own *rfm.Own, text string, bins int) error {
	name, rule, ok := strings.Cut(text, ":")
	if name = strings.TrimSpace(name); !ok || name == "" {
		return errors.New("say NAME: and a range of R, F or M")
	}
	if own.N == rfm.MaxOwn {
		return errors.New("there can be at most " + strconv.Itoa(rfm.MaxOwn))
	}
	s := rfm.OwnSegment{Key: own.NewKey(), Name: name}
	for _, field := range strings.FieldsFunc(rule, func(r rune) bool { return strings.ContainsRune(" ,;·", r) }) {
		m := strings.IndexByte("RFM", strings.ToUpper(field)[0])
		low, high, ok := rfm.ParseRange(field[1:], bins)
		if m < 0 || !ok {
			return fmt.Errorf("%q is no range of R, F or M within 1 to %d, such as R4-5, F3- or M2", field, bins)
		}
		s.Rule = s.Rule.With(m, low, high)
	}
	own.Bins, own.List[own.N] = bins, s
	own.N++
	return nil
}

func (c *segmentsCall) run(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	read, err := c.read(ctx, e, out)
	if err != nil {
		return err
	}
	all, err := c.ask(ctx, e, read.dataset)
	if err != nil {
		return err
	}
	printSegments(out, c.lang, all)
	if err := c.profile.run(ctx, e, c.lost, c.lang, out); err != nil {
		return err
	}
	return c.save(ctx, e, all)
}

// A segmentsFile is every number that the verb prints, as its JSON holds it.
type segmentsFile struct {
	Dataset  engine.Dataset
	Segments rfm.Result
	Tiers    []segment.Tier
	Gini     float64
	Clusters *clusterFile // nil where customers cannot be told apart

	Lifecycle *lifecycle.Result // nil where the data are too short
	life      *engine.Lifecycle
}

// A clusterFile is the clusters with what they bring.
type clusterFile struct {
	Clusters segment.Clusters
	Groups   []engine.ClusterReport
}

func (c *segmentsCall) ask(ctx context.Context, e engine.Engine, d engine.Dataset) (*segmentsFile, error) {
	scored, err := e.Segments(ctx, engine.SegmentsRequest{Options: c.options, Definition: c.lost})
	if err != nil {
		return nil, err
	}
	spread, err := e.Concentration(ctx, engine.ConcentrationRequest{Tiers: c.tiers, Definition: c.lost})
	if err != nil {
		return nil, err
	}
	all := &segmentsFile{Dataset: d, Segments: scored.Result, Tiers: spread.Tiers, Gini: spread.Result.Gini}
	found, err := e.Clusters(ctx, engine.ClustersRequest{Options: segment.ClusterOptions{K: c.k, Seed: 1}, Definition: c.lost})
	switch {
	case err == nil:
		all.Clusters = &clusterFile{found.Result, found.Groups}
	case c.k != 0:
		return nil, err
	}
	if all.life, err = c.askLife(ctx, e); all.life != nil {
		all.Lifecycle = &all.life.Result
	}
	return all, err
}

// save writes the files that were asked for.
func (c *segmentsCall) save(ctx context.Context, e engine.Engine, all *segmentsFile) error {
	if c.csv != "" {
		f, err := e.Export(ctx, engine.ExportRequest{Table: engine.SegmentsTable, Lang: string(c.lang)})
		if err != nil {
			return err
		}
		if err := os.WriteFile(c.csv, f.Bytes, 0o644); err != nil {
			return err
		}
	}
	if err := c.saveLife(ctx, e); err != nil || c.json == "" {
		return err
	}
	body, err := toJSON(all)
	if err != nil {
		return err
	}
	return os.WriteFile(c.json, body, 0o644)
}
