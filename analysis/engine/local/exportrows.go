package local

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"github.com/gocarina/gocsv"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// excluded writes the rows that were left out, reason by reason, those of the
// orders before those of the lists. It writes row by row: of a file that is
// wrong from top to bottom there are millions, too many to hold before writing.
func (l *Local) excluded(ctx context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	b := bytes.NewBufferString(bom)
	w := excludedWriter{SafeCSVWriter: gocsv.DefaultCSVWriter(b), several: len(d.about.Files) > 1}
	w.write("file", "line", "column", "reason", "text")
	for _, reason := range ingest.Reasons {
		if req.Reason != "" && reason != req.Reason {
			continue
		}
		for _, s := range d.rejecting() {
			whole := s.each(reason, func(r ingest.Rejected) bool {
				w.row(d.about.Files[s.file(r.File)].Name, reason, r)
				return w.err == nil && ctx.Err() == nil
			})
			if !whole && w.err == nil {
				w.err = incomplete(ctx)
			}
			if w.err != nil {
				return nil, w.err
			}
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// A rejecter knows the rows that were left out of some files.
type rejecter struct {
	each func(ingest.Reason, func(ingest.Rejected) bool) bool
	file func(int) int // place of a row's file among all files
}

// rejecting are the sources of excluded rows: the orders, then each list.
func (d *dataset) rejecting() []rejecter {
	var out []rejecter
	if d.table != nil {
		out = append(out, rejecter{d.table.Excluded, func(i int) int { return d.orderAt[i] }})
	}
	for _, l := range d.lists {
		out = append(out, rejecter{l.list.Excluded, func(int) int { return l.file }})
	}
	return out
}

// An excludedWriter writes rejected rows; the first failure stays.
type excludedWriter struct {
	*gocsv.SafeCSVWriter
	several bool // files, so that each row says which it is of
	err     error
}

func (w *excludedWriter) write(cells ...string) {
	if !w.several {
		cells = cells[1:]
	}
	if w.err == nil {
		w.err = w.Write(cells)
	}
}

// row writes a rejected row. A row at fault as a whole names no column.
func (w *excludedWriter) row(file string, reason ingest.Reason, r ingest.Rejected) {
	column := ""
	if r.Column > 0 {
		column = strconv.Itoa(r.Column)
	}
	w.write(safe(file), strconv.Itoa(r.Line), column, string(reason), safeValue(r.Text))
}

// safeValue is safe for a field that may be a number: a refund of -8 is no
// formula, and stays as the file has it.
func safeValue(text string) string {
	if strings.Trim(strings.TrimPrefix(text, "-"), "0123456789.,") == "" {
		return text
	}
	return safe(text)
}

// incomplete says why not all excluded rows could be listed. A list that is
// short of some would pass for the whole.
func incomplete(ctx context.Context) error {
	if ctx.Err() != nil {
		return analysis.Fail(analysis.Cancelled, "ingest.cancelled")
	}
	return analysis.Fail(analysis.BadInput, "ingest.excluded-unreadable").Or("ingest.unreadable-remedy")
}

// unmatched writes the customers of a list without orders; of all lists if
// req.File is none.
func (l *Local) unmatched(ctx context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	if len(d.lists) == 0 {
		return nil, analysis.Fail(analysis.BadInput, "engine.no-list").Or("engine.no-list.remedy")
	}
	var rows []unmatchedRow
	for _, list := range d.lists {
		if list.join == nil || list.file != req.File && d.isList(req.File) {
			continue
		}
		list.join.Unmatched(func(id string) bool {
			rows = append(rows, unmatchedRow{cell(id), cell(list.name)})
			return ctx.Err() == nil
		})
	}
	if ctx.Err() != nil {
		return nil, analysis.Fail(analysis.Cancelled, "ingest.cancelled")
	}
	return table(rows)
}

type unmatchedRow struct {
	Customer cell `csv:"customer"`
	File     cell `csv:"file"`
}

func (d *dataset) isList(file int) bool {
	for _, l := range d.lists {
		if l.file == file && l.join != nil {
			return true
		}
	}
	return false
}
