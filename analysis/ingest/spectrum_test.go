package ingest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// objects makes of a table what JSON would: one object a row, by the header.
func objects(records [][]string) []map[string]string {
	list := []map[string]string{}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, value := range record {
			row[records[0][i]] = value
		}
		list = append(list, row)
	}
	return list
}

// The situations that the package csv-spectrum collects, in files of our own.
func TestSpectrumOfOurOwn(t *testing.T) {
	cases := map[string]struct {
		text string
		want [][]string
	}{
		"a comma in quotes":    {"name,town\nAda,\"Ghent, Belgium\"", [][]string{{"name", "town"}, {"Ada", "Ghent, Belgium"}}},
		"empty in quotes":      {"x,y\n7,\"\"\n8,9", [][]string{{"x", "y"}, {"7", ""}, {"8", "9"}}},
		"the same with CRLF":   {"x,y\r\n7,\"\"\r\n8,9", [][]string{{"x", "y"}, {"7", ""}, {"8", "9"}}},
		"quotes in quotes":     {"x,y\n7,\"say \"\"yes\"\" or\"\n", [][]string{{"x", "y"}, {"7", `say "yes" or`}}},
		"JSON in a field":      {"k,v\n7,\"{\"\"at\"\": [1.5, 2]}\"\n", [][]string{{"k", "v"}, {"7", `{"at": [1.5, 2]}`}}},
		"feet and inches":      {"plot,size\n7,6'3.5\"N 2'1\"W\n", [][]string{{"plot", "size"}, {"7", `6'3.5"N 2'1"W`}}},
		"lines in quotes":      {"x,y\n\"first\nsecond\",7\n", [][]string{{"x", "y"}, {"first\nsecond", "7"}}},
		"CRLF in quotes":       {"x,y\r\n\"first\r\nsecond\",7\r\n", [][]string{{"x", "y"}, {"first\r\nsecond", "7"}}},
		"quotes and lines":     {"x,y\n7,\"a\n\"\"b\"\"\nc\"\n", [][]string{{"x", "y"}, {"7", "a\n\"b\"\nc"}}},
		"letters beyond ASCII": {"x,y\n7,ʤ客\n", [][]string{{"x", "y"}, {"7", "ʤ客"}}},
	}
	for name, c := range cases {
		if got, end := tokens([]byte(c.text), Format{Delimiter: ','}); end != complete || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// The package itself, which `make spectrum` brings. Its tables must have the
// values that its JSON says.
func TestSpectrum(t *testing.T) {
	const dir = "testdata/spectrum/node_modules/csv-spectrum"
	names, _ := filepath.Glob(filepath.Join(dir, "csvs", "*.csv"))
	if _, err := os.Stat(dir); err != nil {
		t.Skip("csv-spectrum is not here; make spectrum brings it")
	}
	if len(names) < 12 {
		t.Fatalf("csv-spectrum has %d tables, 12 are known", len(names))
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		base := strings.TrimSuffix(filepath.Base(name), ".csv")
		said, err := os.ReadFile(filepath.Join(dir, "json", base+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var want []map[string]string
		if said = bytes.TrimSpace(said); said[0] == '{' { // one row, without a list around it
			said = append(append([]byte{'['}, said...), ']')
		}
		if err := json.Unmarshal(said, &want); err != nil {
			t.Fatal(err)
		}
		if base == "location_coordinates" { // whose JSON has another number than its table
			want[0]["Contact Phone Number"] = "2095257564"
		}
		records, end := tokens(text, Format{Delimiter: ','})
		if got := objects(records); end != complete || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q, want %q", base, got, want)
		}
	}
}
