package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// A contestant reads the file and counts.
type contestant struct {
	key    string // in web/trial.js
	name   string
	shared bool // needs the headers for shared memory
}

// The contestants that the aims name.
var (
	engine = contestant{key: "engine", name: "this engine, warmed up by its sample"}
	byHand = contestant{key: "bytes", name: "JavaScript by hand, bytes"}
	duckdb = contestant{key: "duckdb", name: "DuckDB-WASM, typed"}
)

var contestants = []contestant{
	engine,
	{key: "engine-cold", name: "this engine, cold"},
	byHand,
	duckdb,
	{key: "duckdb-auto", name: "DuckDB-WASM, automatic"},
	{key: "duckdb-threads", name: "DuckDB-WASM, typed, threads", shared: true},
	{key: "papa", name: "Papa Parse, chunks of arrays"},
}

// largeContestants read the large file as well.
var largeContestants = []contestant{engine, byHand, duckdb}

// A series is what one contestant needed, one value a round.
type series struct {
	contestant
	first, second []float64 // milliseconds
	grown         []float64 // bytes, 0 if unknown
}

// A measurement is that of one file.
type measurement struct {
	rows, rounds int
	size         int64
	customers    int
	series       []*series
}

// measure writes a file of n rows and has it read round after round. The error
// says whose result is not the generator's.
func (b *bench) measure(n, rounds int, who []contestant) (*measurement, error) {
	path := filepath.Join(b.dir, "orders.csv")
	orders := generate(n)
	if err := write(path, orders); err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	want := truth(orders)
	m := &measurement{rows: n, rounds: rounds, size: info.Size(), customers: want.IDs.Len()}
	for _, c := range who {
		m.series = append(m.series, &series{contestant: c})
	}
	if err := b.choose(path); err != nil {
		return nil, err
	}
	return m, b.rounds(m, want.Digest())
}

// rounds lets everybody read in turn, in each round somebody else first.
func (b *bench) rounds(m *measurement, digest string) error {
	for round := range m.rounds {
		fmt.Fprintf(os.Stderr, "%d rows, round %d of %d\n", m.rows, round+1, m.rounds)
		for i := range m.series {
			s := m.series[(i+round)%len(m.series)]
			t, err := b.try(s.contestant)
			if err != nil {
				return err
			}
			if t.Digest != digest {
				return fmt.Errorf("%s came to another result: digest %s, want %s", s.name, t.Digest, digest)
			}
			s.add(t)
		}
	}
	return nil
}

func (s *series) add(t trial) {
	s.first = append(s.first, t.First)
	s.second = append(s.second, t.Second)
	s.grown = append(s.grown, t.Grown)
}

// of returns a contestant's series.
func (m *measurement) of(c contestant) *series {
	i := slices.IndexFunc(m.series, func(s *series) bool { return s.contestant == c })
	return m.series[i]
}

func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	n := len(v)
	return (v[(n-1)/2] + v[n/2]) / 2
}
