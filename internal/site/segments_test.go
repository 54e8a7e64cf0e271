package site

import (
	"bytes"
	"slices"
	"testing"
)

// program makes a program of a section before, data and a section behind.
func program(segments ...dataSegment) []byte {
	b := []byte("\x00asm\x01\x00\x00\x00")
	b = appendSized(append(b, 5), []byte{1, 0, 1})
	b = appendSized(append(b, dataSection), appendSegments(nil, segments))
	return appendSized(append(b, 0), []byte("\x04name"))
}

func TestRepack(t *testing.T) {
	far := uint64(5_000_000)
	got, err := repack(program(
		dataSegment{far, []byte("far")}, // Go's are not in order
		dataSegment{4096, []byte("ab")},
		dataSegment{4098, []byte("c")},
		dataSegment{4104, []byte("d")},
		dataSegment{4105 + widestGap, []byte("e")},
		dataSegment{4107 + 2*widestGap, []byte("f")},
	), false)
	if err != nil {
		t.Fatal(err)
	}
	near := append([]byte("abc\x00\x00\x00\x00\x00d"), make([]byte, widestGap)...)
	want := program(
		dataSegment{4096, append(near, 'e')},
		dataSegment{4107 + 2*widestGap, []byte("f")},
		dataSegment{far, []byte("far")},
	)
	if !bytes.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// Addresses around the places where another byte is needed, for the sign too.
func TestAddresses(t *testing.T) {
	for _, at := range []uint64{0, 63, 64, 127, 128, 8191, 8192, 1 << 20, 1<<31 - 1} {
		segments, err := readSegments(appendSegments(nil, []dataSegment{{at, []byte("x")}}))
		if err != nil || len(segments) != 1 || segments[0].at != at {
			t.Errorf("%d: %v, %v", at, segments, err)
		}
	}
	if b := appendAddress(nil, 64); !bytes.Equal(b, []byte{0xc0, 0}) { // and not 0x40, which is −64
		t.Errorf("64 is written as %x", b)
	}
}

func TestNotAProgram(t *testing.T) {
	whole := program(dataSegment{16, []byte("abc")})
	passive := slices.Clone(whole)
	passive[bytes.Index(passive, []byte{0, constant})] = 1
	for name, b := range map[string][]byte{
		"nothing": nil, "text": []byte("hello, world"), "cut": whole[:len(whole)-3], "cut in data": whole[:20], "a passive segment": passive,
	} {
		if _, err := repack(b, false); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
