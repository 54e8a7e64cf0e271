package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/locale"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
	"churnbench/app/i18n"
)

// A segmentPrinter writes segments, tiers and clusters as text.
type segmentPrinter struct {
	w    io.Writer
	lang locale.Lang
	all  *segmentsFile
}

// printSegments prints segments with their rules and losses, where scores change, what
// other tie rules would do, tiers, clusters, and every doubt.
func printSegments(w io.Writer, lang locale.Lang, all *segmentsFile) {
	p := segmentPrinter{w, lang, all}
	p.segments()
	p.scores()
	p.ties()
	p.tiers()
	p.clusters()
	p.life()
	printWarnings(w, lang, all.Segments.Warnings)
}

func (p *segmentPrinter) t(key i18n.Key, args ...analysis.Arg) string {
	return i18n.T(p.lang, key, args...)
}

// table prints a title over columns.
func (p *segmentPrinter) table(title string, rows [][]string) {
	fmt.Fprintln(p.w, title)
	printAligned(p.w, rows)
}

func (p *segmentPrinter) segments() {
	r := &p.all.Segments
	rows := [][]string{{p.t("segments.segment"), p.t("segments.rule"), p.t("segments.customers"), p.t("segments.share"), p.t("segments.revenue"), p.t("segments.lost")}}
	for _, s := range r.Segments {
		rows = append(rows, []string{p.name(r, s.Key), cmp.Or(s.Rule.Text(r.Options.Bins), "–"), p.lang.Int(s.Customers),
			p.share(float64(s.Customers) / float64(r.Customers)), p.share(float64(s.Revenue) / float64(r.Revenue)), p.lost(s.Loss.Share, s.Loss.Low, s.Loss.High)})
	}
	p.table(p.t("segments.table.title"), rows)
}

// name is what the person calls a segment, else ours.
func (p *segmentPrinter) name(r *rfm.Result, key string) string {
	for _, s := range r.Segments {
		if s.Key == key && s.Name != "" {
			return s.Name
		}
	}
	return p.t(i18n.Key("segment." + key))
}

func (p *segmentPrinter) share(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	return p.lang.Percent(v, 1)
}

// lost writes a churn rate with its interval.
func (p *segmentPrinter) lost(share, low, high float64) string {
	if math.IsNaN(share) {
		return "–"
	}
	return p.lang.Percent(share, 1) + " (" + p.lang.Number(100*low, 1) + "–" + p.lang.Percent(high, 1) + ")"
}

func (p *segmentPrinter) scores() {
	r := &p.all.Segments
	f := i18n.Key("segments.values.f")
	if r.Options.Frequency == rfm.Orders {
		f = "segments.values.orders"
	}
	people := p.t("segments.people")
	rows := [][]string{{p.t("segments.score"), p.t("segments.values.r"), people, p.t(f), people, p.t("segments.values.m"), people}}
	for k := range r.Options.Bins {
		row := []string{strconv.Itoa(k + 1)}
		for m, c := range r.Cuts {
			row = append(row, p.values(m, c, k), p.lang.Int(c.Size[k]))
		}
		rows = append(rows, row)
	}
	p.table(p.t("segments.cuts.title"), rows)
}

func (p *segmentPrinter) values(m int, c rfm.Cuts, k int) string {
	if c.Size[k] == 0 {
		return "–"
	}
	decimals := 0
	if m == 2 {
		decimals = 2
	}
	return p.lang.Number(c.Lower[k], decimals) + "–" + p.lang.Number(c.Upper[k], decimals)
}

// ties prints whom each tie rule would move.
func (p *segmentPrinter) ties() {
	r := &p.all.Segments
	rows := [][]string{{p.t("segments.moved"), "R", "F", "M"}}
	for _, t := range r.Ties {
		name := p.t(i18n.Key("rfm.ties." + cmp.Or(string(t.Ties), "low")))
		if t.Ties == r.Options.Ties {
			name += " (" + p.t("segments.in-force") + ")"
		}
		rows = append(rows, []string{name, p.lang.Int(t.Moved[0]), p.lang.Int(t.Moved[1]), p.lang.Int(t.Moved[2])})
	}
	p.table(p.t("segments.ties.title"), rows)
}

func (p *segmentPrinter) tiers() {
	rows := [][]string{{p.t("spread.tier"), p.t("segments.customers"), p.t("segments.share"), p.t("segments.revenue"), p.t("segments.lost")}}
	for _, t := range p.all.Tiers {
		rows = append(rows, []string{p.tier(t), p.lang.Int(t.Customers), p.share(t.Share), p.share(t.Brings), p.lost(t.LostShare, t.LostLow, t.LostHigh)})
	}
	p.table(p.t("spread.tiers")+" · "+p.t("spread.stat.gini")+" "+p.lang.Number(p.all.Gini, 3), rows)
}

func (p *segmentPrinter) tier(t segment.Tier) string {
	if _, err := strconv.Atoi(t.Key); err == nil {
		return p.t("spread.tier.decile", analysis.Text("n", t.Key))
	}
	return p.t(i18n.Key("spread.tier." + t.Key))
}

func (p *segmentPrinter) clusters() {
	c := p.all.Clusters
	if c == nil {
		return
	}
	head := []string{p.t("clusters.title")}
	for _, f := range c.Clusters.Features {
		head = append(head, p.t(i18n.Key("clusters.feature."+f.Key)))
	}
	rows := [][]string{append(head, p.t("segments.customers"), p.t("segments.share"), p.t("segments.revenue"), p.t("segments.lost"))}
	for k, g := range c.Groups {
		row := []string{p.t("clusters.name", analysis.Text("letter", string(rune('A'+k))))}
		for _, v := range c.Clusters.List[k].Median {
			row = append(row, p.lang.Number(v, 1))
		}
		rows = append(rows, append(row, p.lang.Int(g.Customers), p.share(g.Share), p.share(g.Brings), p.lost(g.LostShare, g.LostLow, g.LostHigh)))
	}
	printAligned(p.w, rows)
}
