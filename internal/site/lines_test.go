package site

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// tiny compiles a small program and returns what its memory begins with.
func tiny(t *testing.T) []dataSegment {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":  "module tiny\n",
		"main.go": "package main\n\nfunc main() { panic(\"here\") }\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	b, err := goBuild(context.Background(), dir, filepath.Join(dir, "tiny.wasm"), []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"}, ".")
	if err != nil {
		t.Fatal(err)
	}
	return joined(dataOf(t, b))
}

// dataOf returns the segments of a program's data.
func dataOf(t *testing.T, program []byte) []dataSegment {
	t.Helper()
	for rest := program[8:]; len(rest) > 0; {
		id := rest[0]
		body, after, ok := sized(rest[1:])
		if !ok {
			t.Fatal(errProgram)
		}
		if rest = after; id == dataSection {
			segments, err := readSegments(body)
			if err != nil {
				t.Fatal(err)
			}
			return segments
		}
	}
	t.Fatal("no data")
	return nil
}

// tablesOf finds the tables of a program.
func tablesOf(t *testing.T, segments []dataSegment) lineTables {
	t.Helper()
	for _, s := range segments {
		for at := range s.data {
			if bytes.HasPrefix(s.data[at:], []byte(lineHeader)) {
				if tables, ok := readLineTables(s.data[at:]); ok {
					return tables
				}
			}
		}
	}
	t.Fatal("no tables: has Go changed their layout?")
	return lineTables{}
}

// decoded returns the numbers of one table as the runtime reads them (runtime.step).
func decoded(table []byte) (values []uint64) {
	for first := true; ; first = false {
		difference, n := binary.Uvarint(table)
		if difference == 0 && !first {
			return values
		}
		distance, m := binary.Uvarint(table[n:])
		values, table = append(values, difference, distance), table[n+m:]
	}
}

// TestDropLines compares all tables of a program before and after: those by which the
// collector finds pointers are the same, those of lines are gone, and names stay.
func TestDropLines(t *testing.T) {
	before, after := tiny(t), tiny(t)
	if !dropLines(after) {
		t.Fatal("nothing was dropped: has Go changed the layout?")
	}
	was, is := tablesOf(t, before), tablesOf(t, after)
	if len(was.funcs) < 1000 || len(is.funcs) != len(was.funcs) {
		t.Fatalf("%d functions were %d", len(is.funcs), len(was.funcs))
	}
	lines := 0
	for i, f := range was.funcs {
		g := is.funcs[i]
		for at := 0; at < len(f); at += 4 {
			a, b := word(f, at), word(g, at)
			switch {
			case at == funcPcfile, at == funcPcln, at == funcUnit, at == funcStart:
				if b != 0 {
					t.Fatalf("function %d leads to a line", i)
				}
				lines += int(min(a, 1))
			case a != b:
				t.Fatalf("function %d: word %d is %x, was %x", i, at/4, b, a)
			case (at == funcPcsp || at >= funcFixed) && a != 0 && !slices.Equal(decoded(was.tables[a:]), decoded(is.tables[a:])):
				t.Fatalf("function %d: table %d has changed", i, at/4)
			}
		}
	}
	if lines == 0 {
		t.Error("there were no lines")
	}
	all := func(segments []dataSegment) (b []byte) {
		for _, s := range segments {
			b = append(b, s.data...)
		}
		return b
	}
	if b := all(after); !bytes.Contains(b, []byte("runtime.gopanic")) || bytes.Contains(b, []byte("runtime/panic.go")) || !bytes.Contains(all(before), []byte("runtime/panic.go")) {
		t.Error("functions should have names, and no files")
	}
}

// TestUnknownLines leaves a program alone whose tables are laid out otherwise.
func TestUnknownLines(t *testing.T) {
	whole := tiny(t)
	for name, harm := range map[string]func(tables []byte){
		"another version":         func(b []byte) { b[0] = 0xf2 },
		"tables behind the end":   func(b []byte) { b[8+8*6+5] = 1 },
		"functions behind theirs": func(b []byte) { b[8+8*7+5] = 1 },
		"too many functions":      func(b []byte) { b[8+5] = 1 },
	} {
		harmed := make([]dataSegment, len(whole))
		for i, s := range whole {
			harmed[i] = dataSegment{s.at, slices.Clone(s.data)}
			for at := range s.data {
				if bytes.HasPrefix(s.data[at:], []byte(lineHeader)) {
					harm(harmed[i].data[at:])
				}
			}
		}
		before := make([][]byte, len(harmed))
		for i, s := range harmed {
			before[i] = slices.Clone(s.data)
		}
		if dropLines(harmed) {
			t.Errorf("%s: dropped", name)
		}
		for i, s := range harmed {
			if !bytes.Equal(s.data, before[i]) {
				t.Errorf("%s: changed", name)
			}
		}
	}
}
