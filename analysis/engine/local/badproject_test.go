package local_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
	"churnbench/analysis/project"
	"churnbench/app/i18n"
)

// zipped is an archive of names and contents, in turn.
func zipped(t *testing.T, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(parts[i+1]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWhatIsNoProjectIsRefused hands in whatever may be called a project: each is refused
// with what it is and what to do, in both languages, and what is loaded stays.
func TestWhatIsNoProjectIsRefused(t *testing.T) {
	good := string(project.Write(&engine.Project{Version: engine.ProjectVersion, Name: "三月"}))
	packed := zipped(t, "project.json", good, "orders.csv", orders)
	mark := `{"churnbench":"project","version":1,`
	for name, c := range map[string]struct{ text, key string }{
		"nothing":             {"", "project."},
		"blanks":              {"  \n", "project."},
		"a renamed export":    {orders, "project.foreign"},
		"a Chinese export":    {"\xbf\xcd\xbb\xa7,\xc8\xd5\xc6\xda\n1,2\n", "project.foreign"},
		"a renamed PDF":       {"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", ""},
		"a renamed picture":   {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ""},
		"a page":              {"<!DOCTYPE html><title>x</title>", ""},
		"an archive of data":  {zipped(t, "orders.csv", orders), "project.foreign"},
		"an empty archive":    {zipped(t), ""},
		"half an archive":     {packed[:len(packed)/2], "unpack.damaged"},
		"a broken archive":    {packed[:40] + strings.Repeat("\xff", 40) + packed[80:], ""},
		"two projects":        {zipped(t, "project.json", good, "other.churn", good), "project.several"},
		"the same name twice": {zipped(t, "project.json", good, "project.json", good), "project.several"},
		"a bomb":              {zipped(t, "project.json", mark+`"notes":"`+strings.Repeat("a", project.MaxSize)+`"}`), "project."},
		"half a project":      {good[:len(good)-9], "project.cut"},
		"a newer one":         {`{"churnbench":"project","version":7,"program":"v9.1","new":[]}`, "project.version"},
		"no version":          {`{"churnbench":"project"}`, "project.value"},
		"a broken version":    {`{"churnbench":"project","version":1.5}`, "project.value"},
		"lists all the way":   {mark + `"questions":` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + "}", "project.broken"},
		"objects all the way": {mark + `"questions":` + strings.Repeat(`{"value":`, 20_000) + "1" + strings.Repeat("}", 20_001), "project.broken"},
		"a list of files":     {mark + `"files":{"name":"a"}}`, "project.value"},
		"a size in words":     {mark + `"files":[{"name":"a","size":"large"}]}`, "project.value"},
		"a size of −":         {mark + `"files":[{"name":"a","size":1e99}]}`, "project.value"},
		"bytes in a name":     {mark + `"name":{"zh":"三月"}}`, "project.value"},
	} {
		sources := map[uint32]ingest.Source{1: ingest.Bytes("orders.csv", []byte(orders)), 2: ingest.Bytes("三月.churn", []byte(c.text))}
		e := local.New(func(id uint32) (ingest.Source, error) { return sources[id], nil }, words)
		before := load(t, e, engine.SourceRef{File: 1})
		_, err := e.Contents(t.Context(), engine.SourceRef{File: 2})
		var said *analysis.Error
		if !errors.As(err, &said) || said.Remedy.Key == "" || !strings.HasPrefix(said.Message.Key, c.key) {
			t.Errorf("%s: %v, want %s and a remedy", name, err, c.key)
			continue
		}
		for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
			for _, m := range []analysis.Message{said.Message, said.Remedy} {
				if text := i18n.Say(lang, m); strings.Contains(text, "«") || text == "" {
					t.Errorf("%s: said %q", name, text)
				}
			}
		}
		if file, err := e.Project(t.Context(), engine.ProjectRequest{}); err != nil || !strings.HasPrefix(file.Name, "orders") || before.Customers == 0 {
			t.Errorf("%s: what was loaded is gone: %v", name, err)
		}
	}
}

// TestHeldFilesMayBeMissing: a project whose archive lacks its data, or has others with
// paths in their names, is still that project; what is there is offered by its name.
func TestHeldFilesMayBeMissing(t *testing.T) {
	p := &engine.Project{Version: engine.ProjectVersion, Files: []engine.ProjectFile{{Name: "订单.csv", Held: "订单.csv"}}}
	text := string(project.Write(p))
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"alone":          {zipped(t, "project.json", text), 1},
		"without":        {zipped(t, "project.json", text, "readme.txt", "hello"), 2},
		"path parts":     {zipped(t, "project.json", text, "../../订单.csv", orders, "/etc/orders.csv", orders), 3},
		"names of boxes": {zipped(t, "project.json", text, `..\订单.csv`, orders), 2},
	} {
		e := local.New(func(uint32) (ingest.Source, error) { return ingest.Bytes("a.churn", []byte(c.text)), nil }, words)
		list, err := e.Contents(t.Context(), engine.SourceRef{File: 1})
		if err != nil || len(list) == 0 || list[0].Project == nil || len(list) > c.want {
			t.Errorf("%s: %+v, %v", name, list, err)
		}
		for _, m := range list[1:] {
			if _, err := e.Preview(t.Context(), engine.PreviewRequest{Source: engine.SourceRef{File: 1, Member: m.Member}}); err != nil && engine.AsError(err).Remedy.Key == "" {
				t.Errorf("%s: %s: %v", name, m.Member, err)
			}
		}
	}
}

// TestAnyDamageIsRefusedOrHarmless turns bytes of good files around: nothing panics, what
// is refused says what to do, and what is taken is a whole project.
func TestAnyDamageIsRefusedOrHarmless(t *testing.T) {
	p := &engine.Project{Version: engine.ProjectVersion, Name: "March", Questions: asked()}
	plain := string(project.Write(p))
	r := rand.New(rand.NewPCG(5, 5))
	for _, whole := range []string{plain, zipped(t, "project.json", plain, "orders.csv", orders)} {
		for range 1500 {
			b := []byte(whole)
			switch r.IntN(3) {
			case 0:
				b = b[:r.IntN(len(b))]
			case 1:
				for range 1 + r.IntN(4) {
					b[r.IntN(len(b))] = byte(r.Uint32())
				}
			case 2:
				at := r.IntN(len(b))
				b = append(b[:at:at], b[min(len(b), at+r.IntN(40)):]...)
			}
			e := local.New(func(uint32) (ingest.Source, error) { return ingest.Bytes("x.churn", b), nil }, words)
			list, err := e.Contents(t.Context(), engine.SourceRef{File: 1})
			if err != nil {
				if said := engine.AsError(err); said.Kind == analysis.Internal || said.Remedy.Key == "" {
					t.Fatalf("%v says no remedy", err)
				}
				continue
			}
			if list[0].Project == nil {
				t.Fatalf("taken for %+v", list)
			}
		}
	}
}
