package report

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/report"
	"churnbench/app/i18n"
	"churnbench/app/screen"
)

// nameOf says what a block is: its words, or what it shows.
func nameOf(h *screen.Host, exhibits []screen.Exhibit, b *report.Block) string {
	switch {
	case b.Kind == report.Exhibit:
		if x := find(exhibits, b.Exhibit); x != nil {
			return x.Title
		}
		return h.T(i18n.Key("exhibit." + b.Exhibit))
	case b.Text != "":
		return b.Text
	}
	return h.T(i18n.Key("report.kind." + string(b.Kind)))
}

// Told says in words what one change has made of a report, "" if it has made nothing.
func Told(h *screen.Host, exhibits []screen.Exhibit, before, after *report.Report) string {
	did, b := deed(before, after)
	if did == "" {
		return ""
	}
	if b == nil {
		return h.T(did)
	}
	return h.T(did, analysis.Text("block", nameOf(h, exhibits, b)))
}

// deed tells one change from others by what it left: a block more, one less, the same
// blocks in another order, or one that is another. Block is nil of what is about none.
func deed(before, after *report.Report) (i18n.Key, *report.Block) {
	was, now := before.Blocks, after.Blocks
	if slices.Equal(was, now) {
		if before.Title == after.Title && before.Client == after.Client && before.Author == after.Author && before.Paper == after.Paper {
			return "", nil
		}
		return "report.did.named", nil
	}
	at := 0 // the first difference
	for at < min(len(was), len(now)) && was[at] == now[at] {
		at++
	}
	switch {
	case len(now) == len(was)+1:
		return "report.did.added", &now[at]
	case len(now)+1 == len(was):
		return "report.did.removed", &was[at]
	case len(now) != len(was):
		return "report.did.standard", nil
	case at+1 < len(now) && was[at] == now[at+1]:
		return "report.did.moved", &was[at]
	}
	return "report.did.changed", &now[at]
}
