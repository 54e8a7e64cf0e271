package site

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"

	"churnbench/internal/deflate"
)

// A budget is what something may weigh over the network, in bytes.
type budget struct {
	name   string
	raw    []byte
	packed int // what raw weighs as it is delivered
	limit  int
}

// PrintSizes lists programs and single file against their budgets and returns
// an error if one is too heavy. The single file is weighed as it is, since it
// travels by mail and USB stick; the rest is weighed as gzip.
func (s *Site) PrintSizes(w io.Writer) error {
	single, err := s.Single()
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%-16s %10s %10s %10s %10s\n", "", "raw", "gzip", "brotli", "budget")
	var over error
	for _, b := range []budget{
		{"page program", s.parts.programs.page, len(s.Body(PageProgram)), 2_400_000},
		{"engine", s.parts.programs.engine, len(s.Body(EngineProgram)), 5_000_000},
		{"style sheet", s.parts.assets.css, len(deflate.Gzip(s.parts.assets.css)), 40_000},
	} {
		fmt.Fprintf(w, "%-16s %10s %10s %10s %10s\n", b.name, mb(len(b.raw)), mb(b.packed), brotli(b.raw), mb(b.limit))
		over = errors.Join(over, b.check(b.packed))
	}
	b := budget{name: "single file", limit: 10_000_000}
	fmt.Fprintf(w, "%-16s %10s %10s %10s %10s\n", b.name, mb(len(single)), "", "", mb(b.limit))
	return errors.Join(over, b.check(len(single)))
}

func (b budget) check(size int) error {
	if size <= b.limit {
		return nil
	}
	return fmt.Errorf("%s weighs %s, more than its %s", b.name, mb(size), mb(b.limit))
}

func mb(n int) string { return strconv.FormatFloat(float64(n)/1e6, 'f', 3, 64) + " MB" }

// brotli weighs with the program of that name, where it is installed; nothing
// is served that way from here, but many hosts do.
func brotli(raw []byte) string {
	cmd := exec.Command("brotli", "--best", "--stdout")
	cmd.Stdin = bytes.NewReader(raw)
	out, err := cmd.Output()
	if err != nil {
		return "–"
	}
	return mb(len(out))
}
