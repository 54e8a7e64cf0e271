package docs_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fixtures puts the files that the documents speak of into the folder, whatever the
// document before has left there: samples, and parts of them.
func (s *shell) fixtures(t *testing.T) {
	t.Helper()
	if err := os.RemoveAll(s.dir); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		t.Fatal(err)
	}
	orders := s.sample(t, "shop")
	files := map[string]string{
		"orders.csv": orders, "your-file.csv": orders,
		"july.csv": until(orders, "2024-08-01"), "august.csv": until(orders, "2024-09-01"),
		"subscriptions.csv": s.sample(t, "membership"),
		"members.xlsx":      workbook(t, membersOf(orders)),
		"days.csv":          "customer,date,amount\nann,03/04/2024,12\nbob,05/06/2024,7\nann,07/08/2024,9\n",
	}
	files["spring.churn"] = `{"churnbench":"project","version":1,"name":"Spring","questions":{"rates":{},"segments":{}}}`
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(s.dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func (s *shell) sample(t *testing.T, key string) string {
	t.Helper()
	said, code := s.call("churn sample " + key + " --lang en 2>/dev/null")
	if code != 0 {
		t.Fatal(said)
	}
	return said
}

// until returns the heading and the orders before a day, as an export of that day has them.
func until(orders, day string) string {
	var kept strings.Builder
	for i, line := range strings.Split(orders, "\n") {
		if fields := strings.Split(line, ","); i == 0 || len(fields) > 2 && fields[2] != "" && fields[2] < day {
			kept.WriteString(line + "\n")
		}
	}
	return kept.String()
}

// membersOf is a list of the customers of some orders, with a region each.
func membersOf(orders string) (rows [][]string) {
	seen := map[string]bool{"": true}
	rows = [][]string{{"Customer ID", "Region"}}
	for _, line := range strings.Split(orders, "\n")[1:] {
		if id := strings.Split(line, ","); len(id) > 1 && !seen[id[1]] {
			seen[id[1]] = true
			rows = append(rows, []string{id[1], []string{"North", "South", "West"}[len(rows)%3]})
		}
	}
	return rows
}

// workbook writes rows as the least that is an .xlsx file.
func workbook(t *testing.T, rows [][]string) string {
	t.Helper()
	var sheet strings.Builder
	sheet.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for _, row := range rows {
		sheet.WriteString("<row>")
		for _, text := range row {
			sheet.WriteString(`<c t="inlineStr"><is><t>`)
			xml.EscapeText(&sheet, []byte(text))
			sheet.WriteString("</t></is></c>")
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString("</sheetData></worksheet>")
	const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + kind + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + kind + `"><sheets><sheet name="Members" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + kind + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", sheet.String()},
	} {
		w, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
