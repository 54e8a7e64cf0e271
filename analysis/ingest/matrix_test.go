package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// A matrixStyle is one way in which the same orders may be written.
type matrixStyle struct {
	encoding  Encoding
	mark      bool
	delimiter byte
	decimal   byte
	date      string // as package time writes it
	words     matrixWords
}

// matrixWords are the words of a file's language, which an encoding can write.
type matrixWords struct {
	language string
	header   [4]string
	names    []string
	in       []Encoding
}

var matrixLanguages = []matrixWords{
	{"en", [4]string{"customer", "order date", "amount", "remark"}, []string{"Ann", "Bob", "O'Neil", "Zed"}, Encodings},
	{"de", [4]string{"Kunde", "Bestelldatum", "Betrag", "Bemerkung"}, []string{"Müller", "Weiß", "Jäger", "Özil"}, []Encoding{UTF8, UTF16LE, UTF16BE, Windows1252}},
	{"zh", [4]string{"客户", "下单日期", "金额", "备注"}, []string{"张伟", "欧阳娜娜", "李，强", "王芳"}, []Encoding{UTF8, UTF16LE, UTF16BE, GB18030}},
	{"zh-Hant", [4]string{"客戶", "訂單日期", "金額", "備註"}, []string{"陳怡君", "許功蓋", "李，強", "黃淑惠"}, []Encoding{UTF8, UTF16LE, UTF16BE, Big5}},
	{"ja", [4]string{"顧客", "注文日", "金額", "備考"}, []string{"佐藤さくら", "表示能", "髙橋ソラ", "ﾀﾅｶ ﾀﾛｳ"}, []Encoding{UTF8, UTF16LE, UTF16BE, ShiftJIS}},
}

func (s matrixStyle) String() string {
	return fmt.Sprintf("%s/%s/mark=%v/%q/%q/%s", s.words.language, s.encoding, s.mark, s.delimiter, s.decimal, s.date)
}

// matrixStyles are all combinations that can be written. A byte-order mark has
// nothing to do with dates: one way of writing them is enough there.
func matrixStyles() (list []matrixStyle) {
	for _, words := range matrixLanguages {
		for _, encoding := range words.in {
			for _, mark := range []bool{false, true} {
				if mark && markOf(encoding) == "" {
					continue
				}
				for _, delimiter := range []byte(",;\t|") {
					for _, decimal := range []byte(".,") {
						for _, date := range []string{"2006-01-02", "2006/1/2", "2.1.2006", "1/2/2006", "20060102", "2006年1月2日", "2 Jan 2006 15:04"} {
							if strings.Contains(date, "年") && !strings.HasPrefix(words.language, "zh") || mark && date != "2.1.2006" {
								continue
							}
							list = append(list, matrixStyle{encoding, mark, delimiter, decimal, date, words})
						}
					}
				}
			}
		}
	}
	return list
}

func markOf(e Encoding) string {
	for _, m := range byteOrderMarks {
		if m.encoding == e {
			return m.mark
		}
	}
	return ""
}

// write writes sixty orders. Fields that hold the delimiter are quoted.
func (s matrixStyle) write(t *testing.T) []byte {
	var b strings.Builder
	line := func(fields ...string) {
		for i, f := range fields {
			if i > 0 {
				b.WriteByte(s.delimiter)
			}
			if strings.IndexByte(f, s.delimiter) >= 0 {
				f = `"` + f + `"`
			}
			b.WriteString(f)
		}
		b.WriteString("\r\n")
	}
	line(s.words.header[:]...)
	for i := range 60 {
		day := time.Date(2024, 1, 3+4*i, 14, 5, 0, 0, time.UTC)
		amount := strings.Replace(fmt.Sprintf("%d.%02d", 5+37*i, i), ".", string(s.decimal), 1)
		line(s.words.names[i%4], day.Format(s.date), amount, "")
	}
	raw := encodeAs(t, b.String(), s.encoding)
	if s.mark {
		raw = append([]byte(markOf(s.encoding)), raw...)
	}
	return raw
}

// TestMatrix reads every combination of language, encoding, delimiter, decimal
// mark and way of writing dates to the same digits, without any help.
func TestMatrix(t *testing.T) {
	styles := matrixStyles()
	t.Logf("%d files", len(styles))
	for _, s := range styles {
		src := Bytes("orders.csv", s.write(t))
		p, err := Sniff(src, Format{})
		if err != nil {
			t.Errorf("%s: %v", s, err)
			continue
		}
		if want := s.encoding; p.Format.Encoding != want && (s.words.language != "en" || s.mark) {
			t.Errorf("%s: taken for %s", s, p.Format.Encoding)
		}
		if len(p.Undecided) > 0 {
			t.Errorf("%s: leaves open %+v", s, p.Undecided)
			continue
		}
		table, err := Read(t.Context(), src, p.Format, p.Mapping, p.Rules, nil)
		if err != nil {
			t.Errorf("%s: %v (format %+v, mapping %v)", s, err, p.Format, p.Mapping)
			continue
		}
		if got := matrixDigits(table); got != matrixWant {
			t.Errorf("%s:\n%s, want\n%s", s, got, matrixWant)
		}
		for i, name := range slices.Sorted(slices.Values(s.words.names)) {
			if got := table.Log().IDs.At(i); got != name {
				t.Errorf("%s: customer %d is %q, want %q", s, i, got, name)
			}
		}
	}
}

const matrixWant = "60 rows, 60 used, 4 customers, 2024-01-03 to 2024-08-26, revenue 65807.70"

func matrixDigits(t *Table) string {
	l, log := t.Ledger(), t.Log()
	return fmt.Sprintf("%d rows, %d used, %d customers, %s to %s, revenue %.2f", l.Read, l.Used, log.Customers(), log.First(), log.End, l.Revenue.Float())
}
