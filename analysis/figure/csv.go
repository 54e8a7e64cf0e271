package figure

import (
	"bytes"
	"encoding/csv"
)

// byteOrderMark makes Excel read the file as UTF-8.
const byteOrderMark = "\ufeff"

// CSV returns the figure's table as a file for spreadsheets and programs:
// headers in the figure's language, values as machines write them (Table.Raw),
// UTF-8 with a byte-order mark, and lines that end as RFC 4180 wants.
func CSV(f Figure) []byte {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	header := make([]string, len(f.Table.Columns))
	for i, c := range f.Table.Columns {
		header[i] = c.Name
	}
	rows := f.Table.Raw
	if rows == nil {
		rows = f.Table.Rows
	}
	_ = w.Write(header) // a bytes.Buffer does not fail
	_ = w.WriteAll(rows)
	return b.Bytes()
}
