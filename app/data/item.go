package data

import (
	"cmp"
	"slices"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/screen"
)

// An Item is one table among the files that were chosen: a file, one of an
// archive's files, a sheet of a workbook.
type Item struct {
	ID     int // unique on the page
	Source engine.SourceRef
	Name   string // as the person knows it
	Inside string // the archive or workbook that holds it, "" if none
	Size   int64
	Kind   ingest.Kind // as proposed, then as corrected
	Out    bool        // the person leaves it out

	Want      ingest.Format      // what the person overrode
	Mapping   ingest.Mapping     // as proposed, then as corrected; see Basket.MappingOf
	Questions []ingest.Undecided // what the file left open, answered or not

	Opening screen.Request[engine.SourceRef, []engine.Member]
	Look    screen.Request[engine.PreviewRequest, ingest.Preview]

	own   bool        // the person changed the Mapping
	offer offer       // as first proposed
	named ingest.Kind // the Kind that the person chose
}

// Request asks for the item's preview by what the person has overridden.
func (it *Item) Request() engine.PreviewRequest {
	return engine.PreviewRequest{Source: it.Source, Want: it.Want, Kind: it.named}
}

// Reread asks for another preview by a corrected format. A correction that
// fails is forgotten: only Understood makes it last.
func (it *Item) Reread(change func(*ingest.Format)) engine.PreviewRequest {
	req := it.Request()
	if it.Look.Busy {
		req = it.Look.Question
	}
	change(&req.Want)
	return req
}

// Understood takes over what the preview proposes, and what the person
// overrode to get it. Roles that the person gave stay with their columns.
func (it *Item) Understood(p ingest.Preview) {
	it.Want, it.named = it.Look.Question.Want, it.Look.Question.Kind
	kind := cmp.Or(it.named, p.Kind, ingest.Orders)
	if !it.own || kind != it.Kind || len(it.Mapping) != len(p.Mapping) {
		it.Mapping, it.own = slices.Clone(p.Mapping), false
	}
	it.Kind = kind
	if it.Want == (ingest.Format{}) && it.named == "" {
		it.offer = offer{p.Format, slices.Clone(p.Mapping), kind}
	}
	for _, u := range p.Undecided {
		if !slices.ContainsFunc(it.Questions, func(q ingest.Undecided) bool { return q.Property == u.Property }) {
			it.Questions = append(it.Questions, u)
		}
	}
}

// Open lists the questions that wait for an answer.
func (it *Item) Open() []ingest.Undecided {
	if it.Look.Answer == nil {
		return nil
	}
	return it.Look.Answer.Undecided
}

// Failure is why the item cannot be used, nil if it can.
func (it *Item) Failure() *analysis.Error {
	if it.Opening.Err != nil {
		return it.Opening.Err
	}
	return it.Look.Err
}

// header is the names of the columns, "" where the file has none.
func (it *Item) header() string {
	if it.Look.Answer == nil {
		return ""
	}
	names := make([]string, len(it.Look.Answer.Columns))
	for i, c := range it.Look.Answer.Columns {
		names[i] = c.Name
	}
	return strings.Trim(strings.Join(names, "\x00"), "\x00")
}

// answer returns what a property of the format is now, "" while undecided.
func answer(f ingest.Format, p ingest.Property) string {
	switch {
	case p == ingest.DatesProperty:
		return string(f.Dates)
	case p == ingest.DecimalProperty && f.Decimal != 0:
		return string(rune(f.Decimal))
	case p == ingest.UnitProperty:
		return string(f.Unit)
	}
	return ""
}

// decide sets a property of the format.
func decide(f *ingest.Format, p ingest.Property, value string) {
	switch p {
	case ingest.DatesProperty:
		f.Dates = ingest.DateFmt(value)
	case ingest.DecimalProperty:
		f.Decimal = value[0]
	case ingest.UnitProperty:
		f.Unit = analysis.Unit(value)
	}
}
