package site

import (
	"archive/zip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Dist writes the release into dir: an archive with the site, the single file, the
// command line for three systems (its verb serve serves the site), START.txt, LICENSE,
// README and SHA256SUMS, and beside it the archive's own checksum. It returns the
// archive's name. Equal sources give equal bytes.
func (s *Site) Dist(ctx context.Context, dir string) (string, error) {
	root, err := findRoot(s.options.Root)
	if err != nil {
		return "", err
	}
	files, err := s.release(ctx, root)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	name := filepath.Join(dir, "churnbench-"+s.Version+".zip")
	if err := writeZip(name, files); err != nil {
		return "", err
	}
	archive, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	sum := fmt.Sprintf("%s  %s\n", digest(archive), filepath.Base(name))
	return name, os.WriteFile(name+".sha256", []byte(sum), 0o644)
}

// release lists the archive's files, checksums last.
func (s *Site) release(ctx context.Context, root string) ([]File, error) {
	single, err := s.Single()
	if err != nil {
		return nil, err
	}
	files := []File{{Path: SingleName, Body: single}, {Path: "START.txt", Body: s.parts.assets.start}}
	wanted := systems
	if s.options.Here {
		wanted = []system{here()}
	}
	for _, system := range wanted {
		program, err := compileCLI(ctx, root, system)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Path: system.program(), Body: program})
	}
	for _, f := range s.Files {
		files = append(files, File{Path: "site/" + f.Path, Body: f.Body})
	}
	for _, name := range []string{"LICENSE", "README.md"} {
		b, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return nil, err
		}
		files = append(files, File{Path: name, Body: b})
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return append(files, File{Path: SumsName, Body: checksums(files)}), nil
}

// checksums writes the list that `sha256sum -c` reads.
func checksums(files []File) []byte {
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "%s  %s\n", digest(f.Body), f.Path)
	}
	return []byte(b.String())
}

// writeZip writes files without times, so that the same files give the same
// archive.
func writeZip(name string, files []File) error {
	out, err := os.Create(name)
	if err != nil {
		return err
	}
	defer out.Close()
	z := zip.NewWriter(out)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.Path, Method: zip.Deflate}
		h.SetMode(0o644)
		if isProgram(f.Path) {
			h.SetMode(0o755)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.Body); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return out.Close()
}
