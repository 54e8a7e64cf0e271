package project

import (
	"bytes"
	"errors"
	"flag"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

var update = flag.Bool("update", false, "write testdata anew")

// floats that are hard to write down, beside random ones.
var floats = []float64{0, math.Inf(1), math.Inf(-1), math.NaN(), math.Copysign(0, -1), 0.1, 1e300, -5e-324, 0.10000000000000002}

// texts, likewise.
var texts = []string{"", "plan", "客户 档案", "<b>&\"quotes\"\\", "a\tb\nc", "\u2028", "𝕏", "1e9", "null"}

// fill makes a random value: n elements in every list, nothing nil unless n is 0.
func fill(r *rand.Rand, v reflect.Value, n int) {
	switch v.Type() {
	case dayType:
		v.SetInt(int64(r.IntN(40000)) - 5000)
		return
	case moneyType:
		v.SetInt(int64(r.Uint64()) >> r.IntN(64))
		return
	case recipeType:
		v.Set(reflect.ValueOf(&ingest.Recipe{Version: ingest.RecipeVersion, Files: []ingest.RecipeFile{{Name: "orders.csv", Kind: ingest.Orders,
			Columns: []ingest.RecipeColumn{{Name: "id", Role: ingest.Customer}}}}, Rules: ingest.Rules{From: analysis.NoDay, To: analysis.NoDay}}))
		return
	case layoutType:
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 1)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(int64(r.Uint32()) - 1<<30)
	case reflect.Uint8:
		v.SetUint(r.Uint64N(256))
	case reflect.Uint64:
		v.SetUint(r.Uint64())
	case reflect.Float64:
		v.SetFloat(append(floats, r.NormFloat64())[r.IntN(len(floats)+1)])
	case reflect.String:
		v.SetString(texts[r.IntN(len(texts))])
	case reflect.Pointer:
		if n > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i), r.IntN(n+1))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			fill(r, v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range n {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(r, key, n)
			fill(r, value, n)
			v.SetMapIndex(key, value)
		}
	default:
		panic(v.Type())
	}
}

// alike is reflect.DeepEqual, for which NaN is NaN.
func alike(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Float64:
		return a.Float() == b.Float() || a.Float() != a.Float() && b.Float() != b.Float()
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return alike(a.Elem(), b.Elem())
	case reflect.Struct:
		for i := range a.NumField() {
			if !alike(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() || a.Kind() == reflect.Slice && a.IsNil() != b.IsNil() {
			return false
		}
		for i := range a.Len() {
			if !alike(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

func random(seed uint64) *engine.Project {
	p := &engine.Project{}
	fill(rand.New(rand.NewPCG(seed, 1)), reflect.ValueOf(p).Elem(), 2)
	p.Version = engine.ProjectVersion
	return p
}

// TestWhatIsWrittenIsRead, whatever a person has chosen, and written again it is the same
// file.
func TestWhatIsWrittenIsRead(t *testing.T) {
	for seed := range uint64(60) {
		p := random(seed)
		text := Write(p)
		got, err := Read(text)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, text)
		}
		if !alike(reflect.ValueOf(got), reflect.ValueOf(p)) {
			t.Fatalf("seed %d: read\n%+v\nwritten\n%+v", seed, got, p)
		}
		if again := Write(got); !bytes.Equal(again, text) {
			t.Fatalf("seed %d: written anew it differs", seed)
		}
	}
}

// every is a project in which everything is set.
func every() *engine.Project {
	p := &engine.Project{}
	set(reflect.ValueOf(p).Elem(), new(int))
	p.Version = engine.ProjectVersion
	return p
}

// set gives every value one of its own.
func set(v reflect.Value, n *int) {
	*n++
	switch {
	case v.Type() == recipeType:
		fill(nil, v, 1)
	case v.Type() == layoutType:
	case v.Type() == dayType:
		v.SetInt(int64(19000 + *n))
	case v.CanInt():
		v.SetInt(int64(*n))
	case v.CanUint():
		v.SetUint(uint64(*n % 256))
	case v.CanFloat():
		v.SetFloat(float64(*n) + 0.25)
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.String:
		v.SetString("text")
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		set(v.Elem(), n)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			set(v.Field(i), n)
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		set(v.Index(0), n)
	case v.Kind() == reflect.Array:
		set(v.Index(0), n)
	case v.Kind() == reflect.Map:
		value := reflect.New(v.Type().Elem()).Elem()
		set(value, n)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("orders").Convert(v.Type().Key()), value)
	}
}

const everyFile = "testdata/every.churn"

// TestEveryFieldIsWritten holds the names in the format to those in files that people
// have. A field that is new belongs into the file: go test -update. One that is gone or
// called something else breaks theirs: read the old name as well, and raise
// engine.ProjectVersion if that is not enough.
func TestEveryFieldIsWritten(t *testing.T) {
	text := Write(every())
	if *update {
		if err := os.WriteFile(everyFile, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old, err := os.ReadFile(everyFile)
	if err != nil {
		t.Skip(err) // in a browser there are no files
	}
	p, err := Read(old)
	if err != nil {
		t.Fatalf("a file of version %d cannot be read any more: %v", engine.ProjectVersion, err)
	}
	if !bytes.Equal(Write(p), old) {
		t.Errorf("%s is written otherwise than it was", everyFile)
	}
	if !bytes.Equal(text, old) {
		t.Errorf("%s lacks fields that there are now: go test ./analysis/project -update", everyFile)
	}
}

// TestLayoutsAreLeftOut: the same choices are the same file on any page.
func TestLayoutsAreLeftOut(t *testing.T) {
	narrow, wide := &engine.RatesRequest{}, &engine.RatesRequest{}
	narrow.Layout.Column, wide.Layout.Lang = 300, "zh"
	a := Write(&engine.Project{Version: 1, Questions: engine.Questions{Rates: narrow}})
	b := Write(&engine.Project{Version: 1, Questions: engine.Questions{Rates: wide}})
	if !bytes.Equal(a, b) || bytes.Contains(a, []byte("ayout")) {
		t.Errorf("%s\n%s", a, b)
	}
}

// TestMoneyKeepsItsDigits at both ends of its range.
func TestMoneyKeepsItsDigits(t *testing.T) {
	for m, want := range map[analysis.Money]string{
		0: "0", 1: "0.0001", -1: "-0.0001", 12500: "1.25", -120000: "-12", 100: "0.01",
		math.MaxInt64: "922337203685477.5807", math.MinInt64: "-922337203685477.5808",
	} {
		text := moneyText(m)
		if got, ok := parseMoney(text); text != want || got != int64(m) || !ok {
			t.Errorf("%d is written %q and read %d, %v; want %q", int64(m), text, got, ok, want)
		}
	}
	for _, text := range []string{"", ".", "1e3", "1.00001", "9999999999999999", "--1"} {
		if m, ok := parseMoney(text); ok {
			t.Errorf("%q is read as %d", text, m)
		}
	}
}

func TestNamesOfFields(t *testing.T) {
	for name, want := range map[string]string{"SHA256": "sha256", "IDs": "ids", "CalibrationEnd": "calibrationEnd", "K": "k", "RMin": "rMin", "SE": "se", "URLPath": "urlPath", "At": "at"} {
		if got := fieldName(name); got != want {
			t.Errorf("%s is written %q, want %q", name, got, want)
		}
	}
}

// bad are files that are refused, with the key of why and a part of what is said.
var bad = []struct{ text, key, says string }{
	{"", "project.foreign", ""},
	{"customer,date,amount\n", "project.foreign", ""},
	{`{"churnbench":"recipe","version":1,"files":[]}`, "project.foreign", ""},
	{`{"version":1,"questions":{}}`, "project.foreign", ""},
	{`[{"churnbench":"project"}]`, "project.foreign", ""},
	{`{"churnbench":"project","version":2}`, "project.version.unnamed", "2"},
	{`{"churnbench":"project","version":"1"}`, "project.value", "version"},
	{`{"churnbench":"project","version":0}`, "project.value", "version"},
	{`{"churnbench":"project"}`, "project.value", "version"},
	{`{"churnbench":"project","version":1`, "project.cut", ""},
	{`{"churnbench":"project","version":1,"questions":{"value":{"opti`, "project.cut", ""},
	{"{\"churnbench\":\"project\",\n\"version\":1,\n,}", "project.broken", "invalid character"},
	{`{"churnbench":"project","version":1} {}`, "project.broken", "more than one"},
	{`{"churnbench":"project","version":1,"colour":"blue"}`, "project.value", "colour"},
	{`{"churnbench":"project","version":1,"questions":{"rates":{"options":{"days":1.5}}}}`, "project.value", "questions.rates.options.days"},
	{`{"churnbench":"project","version":1,"questions":{"rates":{"options":{"cuts":["2024-01-01","yesterday"]}}}}`, "project.value", "questions.rates.options.cuts.2"},
	{`{"churnbench":"project","version":1,"questions":{"rates":[]}}`, "project.value", "questions.rates"},
	{`{"churnbench":"project","version":1,"questions":{"rates":null}}`, "project.value", "questions.rates"},
	{`{"churnbench":"project","version":1,"questions":{"rates":{"layout":{"column":3}}}}`, "project.value", "questions.rates.layout"},
	{`{"churnbench":"project","version":1,"questions":{"cohorts":{"options":{"bounds":[1,2,3,4,5,6,7,8,9,10,11,12,13,14]}}}}`, "project.value", "bounds"},
	{`{"churnbench":"project","version":1,"questions":{"value":{"options":{"margin":"0.3"}}}}`, "project.value", "margin"},
	{`{"churnbench":"project","version":1,"questions":{"value":{"options":{"margin":1e999}}}}`, "project.value", "margin"},
	{`{"churnbench":"project","version":1,"questions":{"projection":{"options":{"revenue":0.00001}}}}`, "project.value", "revenue"},
	{`{"churnbench":"project","version":1,"recipe":{"churnbench":"recipe","version":1,"files":[]}}`, "ingest.recipe-value", "files"},
	{`{"churnbench":"project","version":1,"recipe":7}`, "ingest.recipe-foreign", ""},
}

func TestBadFilesSayWhatToDo(t *testing.T) {
	for _, c := range bad {
		_, err := Read([]byte(c.text))
		var said *analysis.Error
		if !errors.As(err, &said) || said.Kind != analysis.BadInput || said.Message.Key != c.key || said.Remedy.Key == "" || !strings.Contains(said.Error(), c.says) {
			t.Errorf("%s\n\t%v, want %s … %s", c.text, err, c.key, c.says)
		}
	}
}

func TestLinesAreCounted(t *testing.T) {
	_, err := Read([]byte("{\"churnbench\":\"project\",\n\"version\":1,\n,}"))
	if err == nil || !strings.Contains(err.Error(), "line=3") {
		t.Errorf("%v, want line 3", err)
	}
}

func TestLargeFilesAreRefused(t *testing.T) {
	_, err := Read(bytes.Repeat([]byte(" "), MaxSize+1))
	if err == nil || !strings.Contains(err.Error(), "project.large") {
		t.Error(err)
	}
}

// TestOtherJSONDoesNotLookLikeIt.
func TestOtherJSONDoesNotLookLikeIt(t *testing.T) {
	for text, want := range map[string]bool{
		string(Write(&engine.Project{})): true, "\ufeff \r\n{ \"churnbench\" : \"project\"": true,
		`{"churnbench":"recipe"}`: false, `{"name":"project"}`: false, `["churnbench","project"]`: false, "": false,
	} {
		if Looks([]byte(text)) != want {
			t.Errorf("%.60q: %v", text, !want)
		}
	}
}

func TestHeldNames(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range []struct {
		name     string
		workbook bool
		want     string
	}{
		{"orders.csv", false, "orders.csv"}, {"Orders.csv", false, "Orders (2).csv"}, {"orders.csv", false, "orders (3).csv"},
		{"project.json", false, "project (2).json"}, {"", false, "data"}, {"../../etc/passwd", false, "etc/passwd"},
		{"page.html", false, "data-page.html.csv"}, {"not really.xlsx", false, "not really.xlsx.csv"}, {"book.xlsx", true, "book.xlsx"},
		{"book.backup", true, "book.backup.xlsx"}, {"2024/客户.txt", false, "2024/客户.txt"}, {".hidden", false, "hidden"}, {"a/../b.csv", false, "data-a-..-b.csv"},
	} {
		if got := HeldName(c.name, c.workbook, taken); got != c.want {
			t.Errorf("%q is held as %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzRead: whatever is in a file, it is read or refused, and what is read can be written
// and read again.
func FuzzRead(f *testing.F) {
	for _, c := range bad {
		f.Add([]byte(c.text))
	}
	for seed := range uint64(3) {
		f.Add(Write(random(seed)))
	}
	f.Add(Write(every()))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Read(b)
		if err != nil {
			var said *analysis.Error
			if !errors.As(err, &said) || said.Remedy.Key == "" {
				t.Fatalf("%v says no remedy", err)
			}
			return
		}
		text := Write(p)
		again, err := Read(text)
		if err != nil || !bytes.Equal(Write(again), text) {
			t.Fatalf("%v\n%s", err, text)
		}
	})
}
