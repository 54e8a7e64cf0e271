package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"churnbench/internal/deflate"
)

// addParts adds the files that depend on no other file.
func (s *Site) addParts() error {
	a, pack := s.parts.assets, deflate.Gzip
	if s.options.Fast {
		pack = packFast
	}
	for name, raw := range map[string][]byte{PageProgram: s.parts.programs.page, EngineProgram: s.parts.programs.engine} {
		s.Files = append(s.Files, File{Path: name, Body: pack(raw), Raw: raw})
	}
	m, err := manifest(a.icons)
	if err != nil {
		return err
	}
	s.Files = append(s.Files,
		File{Path: "wasm_exec.js", Body: a.wasmExec},
		File{Path: "boot.js", Body: a.boot},
		File{Path: "selftest.js", Body: a.selfTest},
		File{Path: "engine-worker.js", Body: a.worker},
		File{Path: "app.css", Body: a.css},
		File{Path: LicencesName, Body: a.licences},
		File{Path: "manifest.json", Body: m})
	s.sort()
	return nil
}

func (s *Site) sort() {
	slices.SortFunc(s.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}

// hash names the content of all files and of the templates that still have to
// be filled: two builds of the same sources have the same version.
func (s *Site) hash() string {
	h := sha256.New()
	for _, f := range s.Files {
		fmt.Fprintf(h, "%s %s\n", digest(f.Body), f.Path)
	}
	fmt.Fprintf(h, "%s %s\n", digest(s.parts.assets.page), digest(s.parts.assets.service))
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// packFast compresses in no time; the same bytes in give the same bytes out.
func packFast(raw []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed) // the level is one of gzip's
	w.Write(raw)                                    // a bytes.Buffer does not fail
	w.Close()
	return b.Bytes()
}

// digest returns the SHA-256 in hexadecimal.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// cspHash returns the SHA-256 as a source expression of a content policy.
func cspHash(b []byte) string {
	sum := sha256.Sum256(b)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
