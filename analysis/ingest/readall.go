package ingest

import (
	"context"
	"math"

	"churnbench/analysis"
)

// An Input is one file of orders and how it is read. Fields of Format that are
// not set are detected.
type Input struct {
	Source  Source
	Format  Format
	Mapping Mapping
}

// Options say how files are read. The zero value is ready for use.
type Options struct {
	Rules Rules

	// Memory is how many bytes the result and the work on it may take, 0 for no
	// bound. Files that would need more are refused before they do.
	Memory int64

	// Progress, if set, is told between slices of half a megabyte how many bytes
	// and rows of all files have been read.
	Progress func(bytes, rows int64)
}

// ReadAll reads files of orders whole, one after the other, and makes one log of
// them: every row becomes an order or an excluded row of the Ledger. The files
// may be written in different ways and have different columns. It looks whether
// ctx is done as often as it reports progress.
//
// Every error is an *analysis.Error: BadInput for a file or mapping that cannot
// be used, NotEnough for files whose rows all fall to the rules, TooLarge,
// Cancelled.
func ReadAll(ctx context.Context, inputs []Input, opt Options) (*Table, error) {
	g, err := newIntake(inputs, opt)
	if err != nil {
		return nil, err
	}
	for _, r := range g.readers {
		if err := r.run(ctx); err != nil {
			return nil, err
		}
	}
	return g.table()
}

// An intake is what the readers of all files fill together.
type intake struct {
	opt      Options
	readers  []*reader
	keys     *keyTable // of customers
	rows     rows
	kept     []*keptColumn
	currency currencies
	read     int   // rows of all files so far
	done     int64 // bytes of the files that have been read
	size     int64 // of all files
}

func newIntake(inputs []Input, opt Options) (*intake, error) {
	g := &intake{opt: opt}
	if len(inputs) == 0 {
		return nil, analysis.Fail(analysis.BadInput, "ingest.no-records").Or("ingest.no-records-remedy")
	}
	size := int64(0)
	for _, in := range inputs {
		size += in.Source.Size()
	}
	g.keys = newKeyTable(int(expectedCustomers(size, opt.Memory)))
	tests := newTestPatterns(opt.Rules.Test)
	g.keys.tests = &tests
	for _, in := range inputs {
		if err := g.open(in); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// expectedCustomers is for how many customers there should be room at once.
func expectedCustomers(size, memory int64) int64 {
	if memory <= 0 {
		memory = math.MaxInt64
	}
	return min(size/400, 1<<20, memory/1000)
}

// open adds a file's reader. What is wrong with any of the files is said before
// the first is read.
func (g *intake) open(in Input) error {
	f, err := completed(in.Source, in.Format, in.Mapping)
	if err != nil {
		return err
	}
	p, err := newPlan(f, in.Mapping, g.opt.Rules)
	if err != nil {
		return err
	}
	r, err := newReader(in.Source, p)
	if err != nil {
		return err
	}
	g.add(r)
	return nil
}

func (g *intake) add(r *reader) {
	r.intake, r.file, r.known = g, len(g.readers), g.keys
	g.readers = append(g.readers, r)
	g.size += r.in.src.Size()
}
