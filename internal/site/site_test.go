package site

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// fake assembles a site from the real files of web/ and made-up programs.
func fake(t *testing.T, o Options) *Site {
	t.Helper()
	root, err := findRoot("")
	if err != nil {
		t.Fatal(err)
	}
	a, err := readAssets(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	p := programs{page: bytes.Repeat([]byte("page "), 999), engine: bytes.Repeat([]byte("engine "), 999)}
	s, err := assemble(parts{p, a}, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSameSourcesSameBytes(t *testing.T) {
	a, b := fake(t, Options{}), fake(t, Options{})
	if a.Version != b.Version || len(a.Files) != len(b.Files) {
		t.Fatalf("versions %s (%d files) and %s (%d files)", a.Version, len(a.Files), b.Version, len(b.Files))
	}
	for i := range a.Files {
		if !bytes.Equal(a.Files[i].Body, b.Files[i].Body) {
			t.Errorf("%s differs", a.Files[i].Path)
		}
	}
}

func TestVersionFollowsContent(t *testing.T) {
	s := fake(t, Options{})
	s.parts.assets.css = append(s.parts.assets.css, ' ')
	changed, err := assemble(s.parts, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if changed.Version == s.Version {
		t.Error("another style sheet, the same version")
	}
}

// TestAddressesAreRelative looks for addresses that would hold at one path only.
func TestAddressesAreRelative(t *testing.T) {
	s := fake(t, Options{})
	absolute := regexp.MustCompile(`(?:src|href)="(?:/|https?:)`)
	for _, path := range []string{"index.html", "manifest.json"} {
		if found := absolute.Find(s.Body(path)); found != nil {
			t.Errorf("%s has %s", path, found)
		}
	}
	var m struct {
		Scope    string `json:"scope"`
		StartURL string `json:"start_url"`
		Icons    []icon `json:"icons"`
	}
	if err := json.Unmarshal(s.Body("manifest.json"), &m); err != nil {
		t.Fatal(err)
	}
	if m.Scope != "./" || m.StartURL != "./" {
		t.Errorf("scope %q, start_url %q", m.Scope, m.StartURL)
	}
	for _, i := range m.Icons {
		if !strings.HasPrefix(i.Src, "data:") {
			t.Errorf("icon %.40s would be fetched after the lock", i.Src)
		}
	}
}

// TestServiceWorkerKnowsEveryFile compares its list with the folder.
func TestServiceWorkerKnowsEveryFile(t *testing.T) {
	s := fake(t, Options{})
	body := string(s.Body("service-worker.js"))
	_, rest, ok := strings.Cut(body, "const files = ")
	if !ok {
		t.Fatal("no list of files")
	}
	var files map[string]kept
	if err := json.NewDecoder(strings.NewReader(rest)).Decode(&files); err != nil {
		t.Fatal(err)
	}
	for _, f := range s.Files {
		path := "./" + f.Path
		switch f.Path {
		case "service-worker.js", SumsName: // the worker would never be replaced; the sums hold its own
			if _, ok := files[path]; ok {
				t.Errorf("the service worker keeps %s", f.Path)
			}
			continue
		case "index.html":
			path = "./"
		}
		k, ok := files[path]
		if !ok || k.Size != len(f.Body) || k.SHA256[0] != digest(f.Body) {
			t.Errorf("%s: listed as %+v", path, k)
		}
		delete(files, path)
	}
	if len(files) > 0 {
		t.Errorf("listed, but not there: %v", files)
	}
}

func TestPolicyStandsBeforeEverything(t *testing.T) {
	html := string(fake(t, Options{}).Body("index.html"))
	policy := strings.Index(html, "Content-Security-Policy")
	for _, what := range []string{"<script", "<link", "<style"} {
		if i := strings.Index(html, what); i >= 0 && i < policy {
			t.Errorf("%s stands before the policy that should govern it", what)
		}
	}
	if !strings.Contains(html, Policy) {
		t.Error("the policy is not the one of policy.go")
	}
}

var (
	inlineScript = regexp.MustCompile(`(?s)<script( id="[^"]*")?>(.*?)</script>`)
	inlineStyle  = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	metaPolicy   = regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`)
)

// TestSingle takes the single file apart: its policy allows just what stands in
// it, and the programs come out as they went in.
func TestSingle(t *testing.T) {
	s := fake(t, Options{})
	html, err := s.Single()
	if err != nil {
		t.Fatal(err)
	}
	policy := string(metaPolicy.FindSubmatch(html)[1])
	for _, never := range []string{"unsafe-inline", " 'unsafe-eval'", "'self'", "http:", "https:"} {
		if strings.Contains(policy, never) {
			t.Errorf("the policy has %s: %s", never, policy)
		}
	}
	if !strings.Contains(policy, "connect-src 'none'") {
		t.Errorf("the policy leaves connections open: %s", policy)
	}
	scripts := inlineScript.FindAllSubmatch(html, -1)
	if len(scripts) != 3 {
		t.Fatalf("%d inline scripts, want boot.js, wasm_exec.js and selftest.js", len(scripts))
	}
	for _, m := range scripts {
		if !strings.Contains(policy, cspHash(m[2])) {
			t.Errorf("the policy does not allow the script %.60q", m[2])
		}
	}
	if style := inlineStyle.FindSubmatch(html); !strings.Contains(policy, cspHash(style[1])) {
		t.Error("the policy does not allow the style sheet")
	}
	for name, want := range map[string][]byte{PageProgram: s.parts.programs.page, EngineProgram: s.parts.programs.engine} {
		if got := unpackProgram(t, html, name); !bytes.Equal(got, want) {
			t.Errorf("%s came out as %d bytes, want %d", name, len(got), len(want))
		}
	}
}

func unpackProgram(t *testing.T, html []byte, name string) []byte {
	t.Helper()
	m := regexp.MustCompile(`id="` + regexp.QuoteMeta(name) + `">([^<]*)<`).FindSubmatch(html)
	if m == nil {
		t.Fatalf("no %s", name)
	}
	packed, err := base64.StdEncoding.DecodeString(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestInlined(t *testing.T) {
	for text, ok := range map[string]bool{
		"let a = 1 < 2":         true,
		`"<" + "/script>"`:      true,
		`"</SCRIPT >"`:          false,
		"if (a<!--b) return":    false,
		"// a comment </script": false,
	} {
		if err := inlined("script", []byte(text)); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestTrimmedGoApp reads go-app as go.mod pins it: what is left after the cuts
// must not import net/http.
func TestTrimmedGoApp(t *testing.T) {
	root, err := findRoot("")
	if err != nil {
		t.Fatal(err)
	}
	from, err := moduleDir(t.Context(), root, goApp)
	if err != nil {
		t.Fatal(err)
	}
	to := t.TempDir()
	if err := copyGoApp(from, to); err != nil {
		t.Fatal(err)
	}
	if err := listImports(t, to); err != nil {
		t.Error(err)
	}
}

// TestTrimmedFonts holds that the copy keeps the faces whole and every other
// package's name.
func TestTrimmedFonts(t *testing.T) {
	root, err := findRoot("")
	if err != nil {
		t.Fatal(err)
	}
	from, err := moduleDir(t.Context(), root, fonts)
	if err != nil {
		t.Fatal(err)
	}
	to := t.TempDir()
	if err := copyFonts(from, to); err != nil {
		t.Fatal(err)
	}
	whole, _ := filepath.Glob(filepath.Join(to, "*", "*.ttf"))
	before, _ := filepath.Glob(filepath.Join(from, "liberation*", "data.go"))
	after, _ := filepath.Glob(filepath.Join(to, "liberation*", "data.go"))
	if len(whole) != len(faces) || len(after) != len(before) {
		t.Errorf("%d typefaces in %d packages, want %d in %d", len(whole), len(after), len(faces), len(before))
	}
}
