package unpack

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

const plenty = 64 << 20

// An item is a file of an archive made for a test.
type item struct{ name, text string }

func zipped(t testing.TB, items ...item) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range items {
		w, err := z.Create(f.name)
		if err == nil {
			_, err = io.WriteString(w, f.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.Bytes()
}

// all reads a source whole.
func all(src ingest.Source) (string, error) {
	b := make([]byte, src.Size())
	n, err := src.ReadAt(b, 0)
	if err == io.EOF {
		err = nil
	}
	return string(b[:n]), err
}

// opened lists members as "path: text".
func opened(t *testing.T, src ingest.Source) (list []string) {
	t.Helper()
	members, err := Members(src, plenty)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range members {
		in, err := m.Open(plenty)
		if err != nil {
			t.Fatal(err)
		}
		text, err := all(in)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, m.Path+": "+text)
	}
	return list
}

func key(err error) (string, analysis.Kind) {
	var said *analysis.Error
	if !errors.As(err, &said) {
		return fmt.Sprint(err), analysis.Internal
	}
	if said.Remedy.Key == "" {
		return said.Message.Key + " without remedy", said.Kind
	}
	if said.Message.Key == "ingest.not-table" {
		return said.Message.Args[0].Text, said.Kind
	}
	return said.Message.Key, said.Kind
}

func TestMembers(t *testing.T) {
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String("导出/二月订单.csv")
	for _, c := range []struct {
		name  string
		bytes []byte
		want  []string
	}{
		{"orders.csv", []byte("a,b\n"), []string{": a,b\n"}},
		{"empty.csv", nil, []string{": "}},
		{"orders.csv.gz", gzipped(t, "a,b\n"), []string{"orders.csv: a,b\n"}},
		{"empty.gz", gzipped(t, ""), []string{"empty: "}},
		{"two.gz", append(gzipped(t, "a,b\n"), gzipped(t, "c,d\n")...), []string{"two: a,b\nc,d\n"}},
		{"orders.zip", zipped(t,
			item{"dir/", ""}, item{"dir/a.csv", "1"}, item{"__MACOSX/dir/._a.csv", "x"}, item{".hidden.csv", "x"}, item{"dir/.DS_Store", "x"},
			item{"readme.pdf", "x"}, item{"b.csv.gz", string(gzipped(t, "2"))}, item{"dir/a.csv", "3"}, item{"sub\\c.txt", "4"}),
			[]string{"dir/a.csv: 1", "b.csv.gz: 2", "dir/a.csv (2): 3", "sub/c.txt: 4"}},
		{"chinese.zip", rename(zipped(t, item{strings.Repeat("x", len(gbk)), "1"}, item{"客户.csv", "2"}), gbk), []string{"导出/二月订单.csv: 1", "客户.csv: 2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := opened(t, ingest.Bytes(c.name, c.bytes)); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// rename writes a name as old programs do, in bytes of no said encoding, over
// one of as many x.
func rename(archive []byte, name string) []byte {
	return bytes.ReplaceAll(archive, bytes.Repeat([]byte("x"), len(name)), []byte(name))
}

func TestRefused(t *testing.T) {
	whole := zipped(t, item{"a.csv", strings.Repeat("customer,date\n", 1000)})
	packed := gzipped(t, noise(3000))
	locked := bytes.Clone(whole)
	for _, at := range []int{6, bytes.Index(locked, []byte("PK\x01\x02")) + 8} {
		locked[at] |= encrypted
	}
	odd := bytes.Clone(whole)
	odd[bytes.Index(odd, []byte("PK\x01\x02"))+10] = 9 // deflate64
	flipped := bytes.Clone(packed)
	flipped[len(flipped)-6] ^= 1
	tar := make([]byte, 1024)
	copy(tar[257:], "ustar")
	for _, c := range []struct {
		name  string
		bytes []byte
		want  string
	}{
		{"cut.zip", whole[:len(whole)/2], "unpack.damaged"},
		{"head.zip", []byte("PK\x03\x04"), "unpack.damaged"},
		{"flipped.zip", damage(whole, "PK\x01\x02", 16), "unpack.damaged"}, // the checksum
		{"short.zip", damage(whole, "PK\x01\x02", 24), "unpack.damaged"},   // the size
		{"locked.zip", locked, "unpack.encrypted"},
		{"odd.zip", odd, "unpack.method"},
		{"none.zip", zipped(t, item{"a.pdf", "x"}), "unpack.no-table"},
		{"empty.zip", zipped(t), "unpack.no-table"},
		{"two.zip", zipped(t, item{"a.csv", "1"}, item{"b.csv", "2"}), "unpack.several"},
		{"cut.gz", packed[:len(packed)/2], "unpack.damaged"},
		{"tail.gz", packed[:len(packed)-4], "unpack.damaged"},
		{"head.gz", []byte("\x1f\x8b"), "unpack.damaged"},
		{"flipped.gz", flipped, "unpack.damaged"},
		{"a.tar.gz", gzipped(t, string(tar)), "unpack.kind-tar"},
		{"a.docx", zipped(t, item{"word/document.xml", "<w/>"}), "ingest.kind-document"},
		{"a.ods", zipped(t, item{"mimetype", "x"}, item{"META-INF/manifest.xml", "<w/>"}), "unpack.kind-ods"},
		{"a.numbers", zipped(t, item{"Index/Document.iwa", "x"}), "unpack.kind-numbers"},
		{"a.xlsb", zipped(t, item{"xl/workbook.bin", "x"}), "unpack.kind-xlsb"},
		{"a.xlsx", zipped(t, item{"xl/workbook.xml", "<workbook>"}), "unpack.damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, err := Find(ingest.Bytes(c.name, c.bytes), "", plenty)
			if err == nil {
				_, err = all(src)
			}
			if got, kind := key(err); got != c.want || kind != analysis.BadInput {
				t.Errorf("got %s (%d), want %s", got, kind, c.want)
			}
		})
	}
	if _, err := Find(ingest.Bytes("a.zip", whole), "gone.csv", plenty); fmt.Sprint(err) == "<nil>" {
		t.Error("a member that is not there was found")
	}
}

// damage flips a bit behind the first of some bytes.
func damage(b []byte, at string, behind int) []byte {
	b = bytes.Clone(b)
	b[bytes.Index(b, []byte(at))+behind] ^= 4
	return b
}

func noise(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, n)
	for i := range b {
		b[i] = "0123456789,\n"[r.IntN(12)]
	}
	return string(b)
}

// What unpacks to more than the limit is refused before it takes up memory,
// whether the archive declares it, hides it or does not know.
func TestBombs(t *testing.T) {
	const limit = 3 << 20
	zeros := strings.Repeat("0", 10<<20)
	bomb := zipped(t, item{"a.csv", zeros})
	lying := bytes.Clone(bomb)
	at := bytes.Index(lying, []byte("PK\x01\x02"))
	copy(lying[at+24:], []byte{0, 0, 1, 0}) // 64 KB, it says
	for _, c := range []struct {
		name, want string
		bytes      []byte
	}{
		{"declared.zip", "unpack.too-large", bomb},
		{"lying.zip", "unpack.damaged", lying},
		{"a.csv.gz", "unpack.too-large", gzipped(t, zeros)},
		{"nested.zip", "unpack.too-large", zipped(t, item{"a.gz", string(gzipped(t, zeros))})},
		{"sheet.xlsx", "unpack.too-large", workbookOf(t, "", "", `<row><c t="str"><v>`+strings.Repeat("ab</v></c><c t=\"str\"><v>", 4000)+"</v></c></row>"+
			strings.Repeat(`<row><c r="B1"><v>1</v></c></row>`, 200_000)+strings.Repeat(`<row/>`, 1000))},
		{"texts.xlsx", "unpack.too-large", workbookOf(t, "<si><t>"+strings.Repeat("a", 900_000)+"</t></si><si><t>"+strings.Repeat("a", 900_000)+
			"</t></si><si><t>"+strings.Repeat("a", 900_000)+"</t></si><si><t>"+strings.Repeat("a", 900_000)+"</t></si>", "", `<row><c t="s"><v>0</v></c></row>`)},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, err := Find(ingest.Bytes(c.name, c.bytes), "", limit)
			if err == nil {
				_, err = all(src)
			}
			if got, _ := key(err); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if f, ok := src.(*File); ok && f != nil && f.Held() > limit+chunkSize {
				t.Errorf("%d bytes are held", f.Held())
			}
		})
	}
}

// A File reads the same in any order, also after its memory was given back.
func TestFileReadsAnywhere(t *testing.T) {
	text := noise(5*chunkSize + 123)
	for _, c := range []struct {
		name  string
		bytes []byte
	}{{"a.zip", zipped(t, item{"a.csv", text})}, {"a.csv.gz", gzipped(t, text)}, {"b.zip", zipped(t, item{"a.csv", text[:2*chunkSize]})}} {
		src, err := Find(ingest.Bytes(c.name, c.bytes), "", plenty)
		if err != nil {
			t.Fatal(err)
		}
		f, r := src.(*File), rand.New(rand.NewPCG(3, 4))
		want := text[:f.Size()]
		for i := range 200 {
			at := r.Int64N(f.Size())
			b := make([]byte, r.IntN(100_000))
			n, err := f.ReadAt(b, at)
			if err != nil && (err != io.EOF || at+int64(len(b)) < f.Size()) {
				t.Fatal(err)
			}
			if string(b[:n]) != want[at:min(at+int64(len(b)), f.Size())] {
				t.Fatalf("%s: %d bytes from %d differ", c.name, len(b), at)
			}
			if i%50 == 49 {
				if f.Release(); f.Held() != 0 {
					t.Fatal("memory is held after its release")
				}
			}
		}
	}
}

// FuzzMembers holds that no archive makes the package panic or hold more than
// its limit.
func FuzzMembers(f *testing.F) {
	f.Add(zipped(f, item{"a.csv", "a,b\n1,2\n"}, item{"b.csv.gz", string(gzipped(f, "c,d"))}))
	f.Add(gzipped(f, "a,b\n1,2\n"))
	f.Add(workbookOf(f, "<si><t>a</t></si>", `<numFmt numFmtId="170" formatCode="yyyy"/>`, `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>45000.5</v></c></row>`))
	f.Add(zipped(f, item{"a.xlsx", string(workbookOf(f, "", "", `<row><c><v>1</v></c></row>`))}))
	f.Fuzz(func(t *testing.T, b []byte) {
		const limit = 1 << 20
		members, err := Members(ingest.Bytes("a", b), limit)
		if err != nil {
			if _, kind := key(err); kind == analysis.Internal {
				t.Errorf("%v is no error of ours", err)
			}
			return
		}
		for _, m := range members {
			src, err := m.Open(limit)
			if err != nil {
				continue
			}
			if _, err := all(src); err == nil && m.Path != "" && src.Size() > limit+chunkSize {
				t.Errorf("%d bytes were unpacked", src.Size())
			}
		}
	})
}
