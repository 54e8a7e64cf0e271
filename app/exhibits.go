package app

import (
	"churnbench/app/data"
	"churnbench/app/definition"
	"churnbench/app/overview"
	"churnbench/app/retention"
	"churnbench/app/screen"
	"churnbench/app/segments"
	"churnbench/app/value"
)

// exhibits are what can be shown by itself, in the order of the screens; those of
// screens that the dataset has nothing for are left out. A card of one customer is
// none: which one is open changes with a press, and a name in it cannot be masked.
func (w *Workbench) exhibits() (list []screen.Exhibit) {
	h := &w.host
	if h.Dataset == nil {
		return nil
	}
	for _, r := range routes {
		if w.lacks(r) {
			continue
		}
		switch r.path {
		case "data":
			list = append(list, data.Exhibits(h, &w.data)...)
		case "definition":
			list = append(list, definition.Exhibits(h, &w.definition)...)
		case "overview":
			list = append(list, overview.Exhibits(h, &w.overview)...)
		case "retention":
			list = append(list, retention.Exhibits(h, &w.retention)...)
		case "segments":
			list = append(list, segments.Exhibits(h, &w.segments)...)
		case "value":
			list = append(list, value.Exhibits(h, &w.value)...)
		}
	}
	return list
}
