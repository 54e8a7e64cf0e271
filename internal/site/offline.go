package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"text/template"
)

// A kept file is what the service worker knows of a file: its size, and what
// its content may hash to. A program has two hashes, because some hosts unpack
// .gz files on the way.
type kept struct {
	Size   int      `json:"size"`
	SHA256 []string `json:"sha256"`
}

// hashes are the SHA-256 that the file may have when it arrives.
func (f File) hashes() []string {
	if f.Raw == nil {
		return []string{digest(f.Body)}
	}
	return []string{digest(f.Body), digest(f.Raw)}
}

// addServiceWorker fills in the service worker's list: every file but itself.
// The page is kept under "./", which is how it is opened.
func (s *Site) addServiceWorker() error {
	files := map[string]kept{}
	for _, f := range s.Files {
		path := "./" + f.Path
		if f.Path == "index.html" {
			path = "./"
		}
		files[path] = kept{Size: len(f.Body), SHA256: f.hashes()}
	}
	list, err := json.MarshalIndent(files, "", "  ")
	if err != nil {
		return err
	}
	t, err := template.New("service-worker.js").Parse(string(s.parts.assets.service))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, map[string]string{"Version": s.Version, "Files": string(list)}); err != nil {
		return err
	}
	s.Files = append(s.Files, File{Path: "service-worker.js", Body: b.Bytes()})
	return nil
}

// An icon of the manifest.
type icon struct {
	Src     string `json:"src"`
	Type    string `json:"type"`
	Sizes   string `json:"sizes"`
	Purpose string `json:"purpose,omitempty"`
}

// manifest makes the page installable. It is called .json, because some hosts
// refuse .webmanifest; scope and start are relative, so that it holds at any
// path. The icons stand in it as data: browsers fetch them whenever they like,
// and after the lock they would be refused.
func manifest(icons []File) ([]byte, error) {
	m := struct {
		Name        string `json:"name"`
		ShortName   string `json:"short_name"`
		Description string `json:"description"`
		Scope       string `json:"scope"`
		StartURL    string `json:"start_url"`
		Display     string `json:"display"`
		Background  string `json:"background_color"`
		Theme       string `json:"theme_color"`
		Icons       []icon `json:"icons"`
	}{
		Name:        "Churnbench · 流失分析工作台",
		ShortName:   "Churnbench",
		Description: "Customer churn analysis that never leaves this browser tab",
		Scope:       "./",
		StartURL:    "./",
		Display:     "standalone",
		Background:  "#f6f4ef",
		Theme:       "#f6f4ef",
	}
	for _, f := range icons {
		i, ok := manifestIcons[f.Path]
		if !ok {
			return nil, fmt.Errorf("%s: no size known for this icon", f.Path)
		}
		i.Src = dataURL(i.Type, f.Body)
		m.Icons = append(m.Icons, i)
	}
	return json.MarshalIndent(m, "", "  ")
}

// manifestIcons says what each file of web/icons is for.
var manifestIcons = map[string]icon{
	"icons/logo.svg":         {Type: "image/svg+xml", Sizes: "any"},
	"icons/icon-192.png":     {Type: "image/png", Sizes: "192x192"},
	"icons/icon-512.png":     {Type: "image/png", Sizes: "512x512"},
	"icons/maskable-512.png": {Type: "image/png", Sizes: "512x512", Purpose: "maskable"},
}
