package app

import (
	"churnbench/analysis/engine"
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
	h, d := &w.host, w.host.Dataset
	if d == nil {
		return nil
	}
	orders := d.Has(engine.OnOrders)
	list = data.Exhibits(h, &w.data)
	if orders {
		list = append(list, definition.Exhibits(h, &w.definition)...)
	}
	if orders || d.Has(engine.OnContracts) {
		list = append(list, overview.Exhibits(h, &w.overview)...)
	}
	list = append(list, retention.Exhibits(h, &w.retention)...)
	if orders {
		list = append(list, segments.Exhibits(h, &w.segments)...)
		list = append(list, value.Exhibits(h, &w.value)...)
	}
	return list
}
