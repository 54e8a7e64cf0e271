package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
	"churnbench/analysis/join"
)

// A loadedList is a list that was joined to the orders.
type loadedList struct {
	file int // index into the request's files
	name string
	list *ingest.List
	join *join.Join // to the orders or, without them, to the book it is beside; nil for a book without orders
}

// doubts says whether the list fits what it was joined to.
func (l loadedList) doubts() []analysis.Warning {
	if l.join == nil {
		return nil
	}
	return l.join.Doubts(l.name)
}

// lists reads the files that are no orders and joins each to the log, if there
// is one. What they know about customers becomes attributes behind those of the
// orders.
func (in *intake) lists(ctx context.Context, d *dataset) error {
	d.fromOrders = len(d.log.Attributes)
	for _, i := range in.listAt {
		src, f := in.sources[i], in.Files[i]
		list, err := ingest.ReadList(ctx, src, f.Kind, f.Format, f.Mapping, in.Rules, in.progress(ctx))
		if err != nil {
			return err
		}
		in.bytes, in.rows = in.bytes+src.Size(), in.rows+int64(list.Ledger().Read)
		d.lists = append(d.lists, loadedList{file: i, name: src.Name(), list: list})
		if d.table == nil {
			continue
		}
		j := join.New(d.log, list, in.Rules.IDs)
		d.lists[len(d.lists)-1].join = j
		for _, column := range j.Attributes() {
			d.log.Attributes = append(d.log.Attributes, column)
			d.attributeOf = append(d.attributeOf, i)
		}
	}
	return nil
}

// placed says of which file the rows of the list's ledger are.
func (l loadedList) placed(ledger ingest.Ledger) ingest.Ledger {
	return placed(ledger, func(int) int { return l.file })
}
