package site

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"text/template"

	"churnbench/app/i18n"
)

// A config is what boot.js needs to know. It stands in the page as data.
type config struct {
	Version string              `json:"version"`
	Single  bool                `json:"single"`
	Dev     bool                `json:"dev"`
	Lock    string              `json:"lock"`   // the policy to add
	Sizes   map[string]int      `json:"sizes"`  // of the programs, packed
	Files   map[string]int      `json:"files"`  // bytes by path, of what offline use needs; 0 for the page, whose size it would change
	Hashes  map[string][]string `json:"hashes"` // SHA-256 by path, as the service worker has them; the page's own is not among them
	Env     map[string]string   `json:"env"`    // what go-app's Getenv finds
	Texts   map[string]words    `json:"texts"`
}

// words are one text in both languages.
type words struct {
	En string `json:"en"`
	Zh string `json:"zh"`
}

// A page is what the template index.html fills in. Only Single decides
// between the hosted page and the single file.
type page struct {
	Single             bool
	Version            string
	Policy             string
	Config             string
	Logo               string
	Icon, TouchIcon    string // as data: addresses, which the lock leaves alone
	Starting, NoScript i18n.Entry

	// of the single file only
	CSS                                    string
	BootJS, WasmExec, SelfTestJS, WorkerJS string
	PageProgram, EngineProgram             string
	Licences                               string
}

// addPage adds index.html.
func (s *Site) addPage() error {
	p := s.newPage(Policy, s.newConfig())
	p.TouchIcon = dataURL("image/png", s.parts.assets.icon("icons/icon-192.png"))
	html, err := s.render(p)
	if err != nil {
		return err
	}
	s.Files = append(s.Files, File{Path: "index.html", Body: html})
	return nil
}

func (s *Site) newConfig() config {
	c := config{
		Version: s.Version,
		Dev:     s.options.Dev,
		Lock:    LockPolicy,
		Sizes:   map[string]int{},
		Files:   map[string]int{"./": 0},
		Hashes:  map[string][]string{},
		Env: map[string]string{
			"GOAPP_VERSION":              s.Version,
			"GOAPP_STATIC_RESOURCES_URL": "./web",
			"GOAPP_ROOT_PREFIX":          "./",
			"GOAPP_INTERNAL_URLS":        "[]",
		},
		Texts: map[string]words{},
	}
	for _, f := range s.Files {
		c.Files["./"+f.Path] = len(f.Body)
		c.Hashes["./"+f.Path] = f.hashes()
		if f.Raw != nil {
			c.Sizes[f.Path] = len(f.Body)
		}
	}
	for key, e := range i18n.BootTexts() {
		c.Texts[string(key)] = words{e.En, e.Zh}
	}
	return c
}

func (s *Site) newPage(policy string, c config) page {
	texts := i18n.BootTexts()
	data, err := json.Marshal(c) // escapes <, > and &, so it cannot end its element
	if err != nil {
		panic(err) // maps of strings and numbers
	}
	logo := s.parts.assets.icon("icons/logo.svg")
	return page{
		Version:  s.Version,
		Policy:   policy,
		Config:   string(data),
		Logo:     string(logo),
		Icon:     dataURL("image/svg+xml", logo),
		Starting: texts["boot.starting"],
		NoScript: texts["boot.noscript"],
	}
}

func (s *Site) render(p page) ([]byte, error) {
	t, err := template.New("index.html").Parse(string(s.parts.assets.page))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// inlined checks that a text can stand inside an element of the given name.
func inlined(element string, text []byte) error {
	lower := bytes.ToLower(text)
	for _, end := range []string{"</" + element, "<!--"} {
		if bytes.Contains(lower, []byte(end)) {
			return fmt.Errorf("cannot stand inside <%s>: contains %q", element, end)
		}
	}
	return nil
}

func dataURL(mime string, b []byte) string {
	return "data:" + mime + ";base64," + base64.StdEncoding.EncodeToString(b)
}
