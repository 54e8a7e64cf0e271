package site

import (
	"bytes"
	"encoding/binary"
)

// A Go program carries, for each of its functions, a table that leads from an instruction to
// file and line. Only a crash's stack trace reads it, which then says "?:0" beside the
// function's name, and it is a sixteenth of a packed program. dropLines blanks it.
//
// The layout is that of Go 1.20 to 1.26: runtime.pcHeader in runtime/symtab.go, runtime._func
// in runtime/runtime2.go, both written by cmd/link/internal/ld/pcln.go. A function whose
// offset of a table is 0 has none (runtime.pcvalue).

// lineHeader is how the tables begin: the layout's version, two zeros, instructions are
// counted one by one, pointers have eight bytes.
const lineHeader = "\xf1\xff\xff\xff\x00\x00\x01\x08"

// Places of what is read and written in a _func, in bytes.
const (
	funcTables  = 4 * 4 // pcsp, pcfile, pcln, npcdata, cuOffset, startLine
	funcPcsp    = funcTables
	funcPcfile  = funcTables + 4
	funcPcln    = funcTables + 8
	funcNpcdata = funcTables + 12
	funcUnit    = funcTables + 16
	funcStart   = funcTables + 20
	funcFixed   = 11 * 4 // what follows are the offsets of pcdata
)

// dropLines blanks what leads to lines, in place, and reports whether it did. A program whose
// tables are not laid out as said above stays as it is: larger, and no worse.
func dropLines(segments []dataSegment) bool {
	for _, s := range segments {
		for at := bytes.Index(s.data, []byte(lineHeader)); at >= 0; {
			if t, ok := readLineTables(s.data[at:]); ok {
				t.blank()
				return true
			}
			next := bytes.Index(s.data[at+1:], []byte(lineHeader))
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	return false
}

// lineTables are the parts of a program's tables that matter here. The slices share the
// program's memory.
type lineTables struct {
	funcs  [][]byte // a _func each, and what follows it
	files  []byte   // cutab and filetab, next to each other: names of files
	tables []byte   // pctab: tables that lead from an instruction to a number
	kept   []bool   // bytes of tables that are read for something else than lines
}

// readLineTables reads what begins with a header. It is false for anything that does not
// hold together.
func readLineTables(b []byte) (t lineTables, ok bool) {
	const words = 8
	if len(b) < len(lineHeader)+words*8 {
		return t, false
	}
	var header [words]uint64 // nfunc, nfiles, -, then where funcnametab, cutab, filetab, pctab and pclntab begin
	for i := range header {
		header[i] = binary.LittleEndian.Uint64(b[len(lineHeader)+8*i:])
	}
	count, units, tables, funcs := header[0], header[4], header[6], header[7]
	if !(header[3] <= units && units <= header[5] && header[5] <= tables && tables <= funcs && funcs <= uint64(len(b))) || count > uint64(len(b)) {
		return t, false
	}
	t.files, t.tables = b[units:tables], b[tables:funcs]
	t.kept = make([]bool, len(t.tables))
	if len(t.kept) > 0 {
		t.kept[0] = true // where "no table" would begin
	}
	return t, t.readFuncs(b[funcs:], count)
}

// readFuncs reads pclntab: for each function two numbers, of which the second says where its
// _func is.
func (t *lineTables) readFuncs(b []byte, count uint64) bool {
	if count == 0 || uint64(len(b)) < 8*count {
		return false
	}
	for i := range count {
		at := uint64(binary.LittleEndian.Uint32(b[8*i+4:]))
		if at+funcFixed > uint64(len(b)) {
			return false
		}
		f := b[at:]
		size := funcFixed + 4*uint64(word(f, funcNpcdata))
		if size > uint64(len(f)) || !t.keepOthers(f[:size]) {
			return false
		}
		t.funcs = append(t.funcs, f[:size])
	}
	return true
}

// keepOthers marks the tables of a function that say where its pointers are: equal tables are
// stored once, so that one of lines may be another function's of pointers.
func (t *lineTables) keepOthers(f []byte) bool {
	ok := t.keep(word(f, funcPcsp))
	for at := funcFixed; at < len(f); at += 4 {
		ok = ok && t.keep(word(f, at))
	}
	return ok && uint64(max(word(f, funcPcfile), word(f, funcPcln))) < uint64(len(t.tables))
}

// keep marks one table: pairs of a difference in value and a distance, up to a difference
// of 0 that is not the first.
func (t *lineTables) keep(at uint32) bool {
	if at == 0 {
		return true
	}
	for first, i := true, int(at); i < len(t.tables); first = false {
		difference, n := binary.Uvarint(t.tables[i:])
		if n <= 0 {
			return false
		}
		if difference == 0 && !first {
			t.kept[i] = true
			return true
		}
		_, m := binary.Uvarint(t.tables[i+n:])
		if m <= 0 {
			return false
		}
		for range n + m {
			t.kept[i] = true
			i++
		}
	}
	return false
}

func (t *lineTables) blank() {
	for _, f := range t.funcs {
		for _, at := range []int{funcPcfile, funcPcln, funcUnit, funcStart} {
			binary.LittleEndian.PutUint32(f[at:], 0)
		}
	}
	clear(t.files)
	for i, kept := range t.kept {
		if !kept {
			t.tables[i] = 0
		}
	}
}

func word(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
