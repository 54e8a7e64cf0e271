package local

import (
	"cmp"
	"context"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/sample"
)

// Load implements engine.Engine: all files of orders become one log, lists are
// joined to it in the order of the request, and those that keep a book become
// contracts or tenures besides. Without orders there must be such a list.
func (l *Local) Load(ctx context.Context, req engine.LoadRequest) (engine.Dataset, error) {
	defer l.unpacked.release()
	in, err := l.openAll(req)
	if err != nil {
		return engine.Dataset{}, err
	}
	d, err := in.orders(ctx, l.Memory)
	if err != nil {
		return engine.Dataset{}, err
	}
	if err := in.lists(ctx, d); err != nil {
		return engine.Dataset{}, err
	}
	in.books(d)
	l.version++
	in.describe(d, l.version)
	l.data = d
	return d.about, nil
}

// An intake is a LoadRequest with its sources opened.
type intake struct {
	engine.LoadRequest
	sources []ingest.Source
	truth   []sample.Truth
	orderAt []int // indexes of the files of kind Orders
	listAt  []int // and of the others
	size    int64 // of all files

	bytes int64 // read so far, of files that are done
	rows  int64
}

// openAll opens every file of a request. Without orders or a list that keeps a
// book there is nothing to analyse, and that is said before anything is read.
func (l *Local) openAll(req engine.LoadRequest) (*intake, error) {
	if len(req.Files) == 0 {
		return nil, analysis.Fail(analysis.NoData, "engine.no-data").Or("engine.no-data.remedy")
	}
	in := &intake{LoadRequest: req}
	for i, f := range req.Files {
		src, truth, err := l.source(f.Source)
		if err != nil {
			return nil, err
		}
		in.sources = append(in.sources, src)
		in.truth = append(in.truth, truth...)
		in.size += src.Size()
		if isOrders(f.Kind) {
			in.orderAt = append(in.orderAt, i)
		} else {
			in.listAt = append(in.listAt, i)
		}
	}
	if len(in.orderAt) == 0 && !slices.ContainsFunc(req.Files, func(f engine.FileRequest) bool { return f.Mapping.Book(f.Kind) != ingest.NoBook }) {
		return nil, analysis.Fail(analysis.NoData, "engine.no-orders", analysis.Text("file", in.sources[0].Name()), kindWord(req.Files[0].Kind)).
			Or("engine.no-orders.remedy")
	}
	return in, nil
}

func isOrders(k ingest.Kind) bool { return k == "" || k == ingest.Orders }

// kindWord names a kind of file in a message.
func kindWord(k ingest.Kind) analysis.Arg { return analysis.Word("kind", "kind."+string(k)) }

// progress reports how far reading has come over all files.
func (in *intake) progress(ctx context.Context) func(bytes, rows int64) {
	return func(bytes, rows int64) {
		engine.Report(ctx, engine.Progress{Stage: "progress.read", Bytes: in.bytes + bytes, OfBytes: in.size, Rows: int(in.rows + rows)})
	}
}

// orders reads the files of orders into one log; without any it is a log of
// nobody.
func (in *intake) orders(ctx context.Context, memory int64) (*dataset, error) {
	if len(in.orderAt) == 0 {
		return &dataset{log: &analysis.Log{Start: []uint32{0}, End: analysis.NoDay}, read: in.LoadRequest}, nil
	}
	var inputs []ingest.Input
	size := int64(0)
	for _, i := range in.orderAt {
		inputs = append(inputs, ingest.Input{Source: in.sources[i], Format: in.Files[i].Format, Mapping: in.Files[i].Mapping})
		size += in.sources[i].Size()
	}
	table, err := ingest.ReadAll(ctx, inputs, ingest.Options{Rules: in.Rules, Memory: memory, Progress: in.progress(ctx)})
	if err != nil {
		return nil, err
	}
	in.bytes, in.rows = size, int64(table.Ledger().Read)
	engine.Report(ctx, engine.Progress{Stage: "progress.group", Bytes: in.bytes, OfBytes: in.size, Rows: int(in.rows)})
	return &dataset{table: table, log: table.Log(), read: in.LoadRequest, orderAt: in.orderAt}, nil
}

// describe fills in what is told about the dataset.
func (in *intake) describe(d *dataset, version uint32) {
	d.about = engine.Dataset{Version: version, Size: in.size, Files: in.reports(d), First: analysis.NoDay, End: analysis.NoDay,
		Contracts: d.contractsReport(), Tenures: d.tenuresReport(), Warnings: in.Doubts}
	if d.contracts != nil {
		d.about.Bases = append(d.about.Bases, engine.OnContracts)
	}
	if d.tenures != nil {
		d.about.Bases = append(d.about.Bases, engine.OnTenures)
	}
	if d.table != nil {
		in.describeOrders(d)
	} else {
		in.describeBooks(d)
	}
	d.about.Kept = d.keptReports()
	d.about.Columns = d.columns()
	for _, l := range d.lists {
		d.about.Warnings = slices.Concat(d.about.Warnings, l.list.Warnings(), l.doubts())
	}
	d.about.Warnings = once(d.about.Warnings)
	for _, t := range in.truth {
		d.about.Truth = append(d.about.Truth, engine.TruthRow{Key: t.Key, Value: t.Value})
	}
}

// describeOrders tells of a dataset that has orders, whatever it has besides.
func (in *intake) describeOrders(d *dataset) {
	a := &d.about
	a.Bases = append([]engine.Basis{engine.OnOrders}, a.Bases...)
	a.Name = in.sources[in.orderAt[0]].Name()
	a.Ledger = d.placed(d.table.Ledger())
	a.Customers, a.Days = d.log.Customers(), len(d.log.Day)
	a.First, a.End, a.Currency = d.log.First(), d.log.End, d.log.Currency
	a.MergedIDs = d.table.MergedIDs()
	for i := range d.log.Kept {
		a.OrderColumns = append(a.OrderColumns, d.log.Kept[i].Name)
	}
	a.Warnings = slices.Concat(a.Warnings, doubtEnd(d.log), d.table.Warnings())
}

// once drops warnings that were given before: what a preview doubts, reading
// the whole file may doubt as well.
func once(list []analysis.Warning) []analysis.Warning {
	var out []analysis.Warning
	for _, w := range list {
		if !slices.ContainsFunc(out, func(o analysis.Warning) bool { return sameMessage(o.Message, w.Message) }) {
			out = append(out, w)
		}
	}
	return out
}

func sameMessage(a, b analysis.Message) bool { return a.Key == b.Key && slices.Equal(a.Args, b.Args) }

// reports says of each file what became of it.
func (in *intake) reports(d *dataset) []engine.FileReport {
	out := make([]engine.FileReport, len(in.Files))
	for i, src := range in.sources {
		out[i] = engine.FileReport{Name: src.Name(), Kind: cmp.Or(in.Files[i].Kind, ingest.Orders), Size: src.Size()}
	}
	if d.table != nil {
		for n, ledger := range d.table.Ledgers() {
			out[in.orderAt[n]].Ledger = d.placed(ledger)
		}
	}
	for _, l := range d.lists {
		out[l.file].Ledger, out[l.file].Book = l.placed(l.list.Ledger()), l.list.Book
		if l.join != nil {
			match := l.join.Match()
			out[l.file].Match = &match
		}
	}
	return out
}

// placed turns the files of a ledger's rows from positions among the orders
// into positions among all files.
func (d *dataset) placed(l ingest.Ledger) ingest.Ledger {
	return placed(l, func(file int) int { return d.orderAt[file] })
}

// placed returns a ledger whose rows are of other files.
func placed(l ingest.Ledger, file func(int) int) ingest.Ledger {
	l.Excluded = slices.Clone(l.Excluded)
	for i := range l.Excluded {
		rows := slices.Clone(l.Excluded[i].First)
		for j := range rows {
			rows[j].File = file(rows[j].File)
		}
		l.Excluded[i].First = rows
	}
	return l
}
