package screen

import (
	"cmp"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
	"churnbench/app/i18n"
)

// GroupTitle names a group with what it is a group of and, if it is not the
// observation end, its day: "Tier: A", "Region: North".
func GroupTitle(h *Host, ref engine.GroupRef) string {
	if ref.By == engine.SegmentMovement {
		return h.T("groups.movement", analysis.Text("group", GroupName(h, ref.Segmentation, ref.Key)), analysis.On("from", ref.Since+1), analysis.On("at", ref.At))
	}
	args := []Arg{analysis.Text("by", SegmentationName(h, ref.Segmentation)), analysis.Text("group", GroupName(h, ref.Segmentation, ref.Key))}
	if ref.At != 0 {
		return h.T("groups.title.at", append(args, analysis.On("at", ref.At))...)
	}
	return h.T("groups.title", args...)
}

// SegmentationName names what divides the customers: "RFM segment", "Region".
func SegmentationName(h *Host, g engine.Segmentation) string {
	switch g.By {
	case engine.SegmentAttribute:
		return h.Dataset.Kept[g.Column].Name
	case engine.SegmentOrders:
		return h.Dataset.OrderColumns[g.Column]
	case engine.SegmentTies:
		return h.T("groups.by.ties", analysis.Text("score", "RFM"[g.Measure:g.Measure+1]), analysis.Text("rule", h.T(i18n.Key("rfm.ties."+cmp.Or(string(g.Versus), "low")))))
	case engine.SegmentEntered:
		return h.T("groups.by.entered", analysis.On("since", g.Since))
	}
	return h.T(i18n.Key("groups.by." + string(g.By)))
}

// GroupName names a group of a segmentation.
func GroupName(h *Host, g engine.Segmentation, key string) string {
	switch {
	case key == engine.NoGroup:
		return h.T("groups.none")
	case key == engine.NotYet:
		return h.T("groups.not-yet")
	case g.By == engine.SegmentAttribute || g.By == engine.SegmentOrders:
		return strings.TrimPrefix(key, "=")
	case g.By == engine.SegmentRFM:
		return SegmentName(h, g.Scores, key)
	case g.By == engine.SegmentScores:
		return key
	case g.By == engine.SegmentTiers && g.Tiers == segment.Deciles:
		return h.T("spread.tier.decile", analysis.Text("n", key))
	case g.By == engine.SegmentTiers:
		return h.T("groups.tier", analysis.Text("tier", strings.ToUpper(key)))
	case g.By == engine.SegmentClusters:
		if k := int(key[0] - 'A'); k < len(h.ClusterNames) && h.ClusterNames[k] != "" {
			return h.ClusterNames[k]
		}
		return h.T("clusters.name", analysis.Text("letter", key))
	}
	return h.T(i18n.Key("groups." + string(g.By) + "." + key))
}

// SegmentName is what the person calls an RFM segment, else our name.
func SegmentName(h *Host, by rfm.Options, key string) string {
	if name := by.NameOf(key); name != "" {
		return name
	}
	return h.T(i18n.Key("segment." + key))
}
