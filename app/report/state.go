// Package report is the screen on which a person puts a report together: what is in it
// and in which order on the left, how it will print on the right.
//
//	state.go     what is in the report, and what a person does to it
//	standard.go  a first proposal
//	paper.go     figures drawn for paper, and asking what has not been asked
//	document.go  the report with what its blocks show, for package analysis/report
//	view.go      the page
//	choose.go    the choice of exhibits
package report

import (
	"slices"

	"churnbench/analysis/report"
)

// A State is what the screen knows and what the person chose. Its zero value is an empty
// report.
type State struct {
	Report report.Report // what is kept with a project
	Open   int           // number of the block that is being edited, from 1; 0 for none
	Search string        // typed into the choice of exhibits

	// Then is what is done with the report as soon as nothing of it is due; nil for nothing.
	Then func()

	drawn map[string]*drawing // for paper, by question
}

// Put and Take hand over what a project keeps.
func (s *State) Put() report.Report { return s.Report }

// Take shows another report.
func (s *State) Take(r report.Report) { s.Report, s.Open, s.Search = r, 0, "" }

// Renew forgets what was drawn of the dataset before. The report stays: of next month's
// data it shows the same.
func (s *State) Renew() { s.drawn, s.Then = nil, nil }

// Has reports whether an exhibit is in the report.
func (s *State) Has(exhibit string) bool {
	return slices.ContainsFunc(s.Report.Blocks, func(b report.Block) bool { return b.Kind == report.Exhibit && b.Exhibit == exhibit })
}

// Add puts a block behind the one that is being edited, else at the end. It returns its
// number, from 1; 0 for an exhibit that is there already.
func (s *State) Add(b report.Block) int {
	if b.Kind == report.Exhibit && s.Has(b.Exhibit) {
		return 0
	}
	at := len(s.Report.Blocks)
	if s.Open > 0 && s.Open <= at {
		at = s.Open
	}
	s.Report.Blocks = slices.Insert(slices.Clone(s.Report.Blocks), at, b)
	s.Open = at + 1
	return s.Open
}

// Move moves block n, from 1, up (-1) or down (1); it reports whether that was possible.
func (s *State) Move(n, by int) bool {
	to := n + by
	if n < 1 || to < 1 || n > len(s.Report.Blocks) || to > len(s.Report.Blocks) {
		return false
	}
	s.Report.Blocks = slices.Clone(s.Report.Blocks)
	b := s.Report.Blocks
	b[n-1], b[to-1] = b[to-1], b[n-1]
	if s.Open == n {
		s.Open = to
	} else if s.Open == to {
		s.Open = n
	}
	return true
}

// Remove takes block n, from 1, out.
func (s *State) Remove(n int) {
	if n < 1 || n > len(s.Report.Blocks) {
		return
	}
	s.Report.Blocks = slices.Delete(slices.Clone(s.Report.Blocks), n-1, n)
	if len(s.Report.Blocks) == 0 {
		s.Report.Blocks = nil // an empty report is the one that there was at first
	}
	switch {
	case s.Open == n:
		s.Open = 0
	case s.Open > n:
		s.Open--
	}
}

// Drop takes an exhibit out.
func (s *State) Drop(exhibit string) {
	for i, b := range s.Report.Blocks {
		if b.Kind == report.Exhibit && b.Exhibit == exhibit {
			s.Remove(i + 1)
			return
		}
	}
}

// Change changes block n, from 1.
func (s *State) Change(n int, change func(*report.Block)) {
	if n < 1 || n > len(s.Report.Blocks) {
		return
	}
	s.Report.Blocks = slices.Clone(s.Report.Blocks)
	change(&s.Report.Blocks[n-1])
}

// Edit opens block n for editing, or closes it.
func (s *State) Edit(n int) {
	if s.Open == n {
		n = 0
	}
	s.Open = n
}
