package local

import (
	"strconv"
	"strings"

	"churnbench/analysis/engine"
	"churnbench/analysis/profile"
	"churnbench/analysis/segment"
)

// groupNames names groups in a language, for figures and exports.
func (l *Local) groupNames(lang string, by engine.Segmentation, keys []string) []string {
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = l.groupName(lang, by, key)
	}
	return names
}

// groupName names one as the page does (screen.GroupName).
func (l *Local) groupName(lang string, by engine.Segmentation, key string) string {
	switch {
	case key == engine.NoGroup:
		return l.words(lang, "groups.none")
	case by.By == engine.SegmentAttribute || by.By == engine.SegmentOrders:
		return strings.TrimPrefix(key, "=")
	case by.By == engine.SegmentRFM:
		return l.segmentName(&by.Scores, lang, key)
	case by.By == engine.SegmentTiers && by.Tiers == segment.Deciles:
		return filled(l.words(lang, "spread.tier.decile"), "n", key)
	case by.By == engine.SegmentTiers:
		return filled(l.words(lang, "groups.tier"), "tier", strings.ToUpper(key))
	case by.By == engine.SegmentClusters:
		return filled(l.words(lang, "clusters.name"), "letter", key)
	}
	return l.words(lang, "groups."+string(by.By)+"."+key)
}

// rowNames names rows, those folded together by their number.
func (l *Local) rowNames(req *engine.ProfilesRequest, by engine.Segmentation, rows []profile.Row) []string {
	lang, names := req.Layout.Lang, make([]string, len(rows))
	for i, r := range rows {
		switch k := clusterAt(by, r.Key); {
		case r.Folded > 0:
			names[i] = filled(l.words(lang, "profiles.others"), "n", strconv.Itoa(r.Folded))
		case k < len(req.Clusters) && req.Clusters[k] != "":
			names[i] = req.Clusters[k]
		default:
			names[i] = l.groupName(lang, by, r.Key)
		}
	}
	return names
}

// clusterAt is the number of the cluster with a key; beyond any for what is no cluster.
func clusterAt(by engine.Segmentation, key string) int {
	if by.By != engine.SegmentClusters || key == engine.NoGroup {
		return segment.NoCluster
	}
	return int(key[0] - 'A')
}

// filled puts a value into its place in a text of the catalogue.
func filled(text, place, value string) string {
	return strings.ReplaceAll(text, "{"+place+"}", value)
}
