package ingest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// encodeAs writes text in an encoding, by tables of others than ours where
// there are some.
func encodeAs(t testing.TB, text string, e Encoding) []byte {
	t.Helper()
	var enc encoding.Encoding
	switch e {
	case UTF8:
		return []byte(text)
	case UTF16LE:
		return encodeUTF16(text, binary.LittleEndian)
	case UTF16BE:
		return encodeUTF16(text, binary.BigEndian)
	case GB18030:
		enc = simplifiedchinese.GB18030
	case Big5:
		enc = traditionalchinese.Big5
	case ShiftJIS:
		enc = japanese.ShiftJIS
	case Windows1252:
		enc = charmap.Windows1252
	}
	b, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%q as %s: %v", text, e, err)
	}
	return b
}

// A tongue makes names for generated exports. Its characters were chosen from
// lists of names and of running text, not from the ones that detection knows:
// many of them are not among those.
type tongue struct {
	encoding Encoding
	headers  []string
	family   []string
	given    []string // characters; a given name has one or two
	text     []string // values of a further column
}

var tongues = []tongue{
	{GB18030, []string{"客户,日期,金额,备注", "会员号,下单时间,实付金额,门店", "name,date,amount,remark"},
		strings.Split("褚 卫 尤 柳 鲍 费 廉 岑 滕 殷 毕 邬 安 傅 皮 卞 齐 伍 余 元 卜 王 李 张 刘 陈 欧阳 司马 上官 诸葛 仇 甄 蔺 翟 闫 覃 兰 甘", " "),
		strings.Split("昊 烨 煜 睿 璟 晗 淼 焱 煊 珂 琦 璐 瑶 瑾 芷 若 茜 荷 莉 菁 萱 蓉 蕾 薇 馨 骏 驰 鸿 鹤 麒 麟 炜 炫 灿 焕 熙 璇 畅 皓 盈 睦 砚 祺 禾 秋 竹 笛 筠 紫 翠 德 福 贵 才 旺 财 根 生 水 木", " "),
		strings.Split("送货上门 已退货 加急 老顾客介绍 朝阳店 西湖店 无 需要开票 周末配送 包装破损 颜色不符 赠品", " ")},
	{Big5, []string{"客戶,日期,金額,備註", "會員編號,下單時間,實付金額,門市", "name,date,amount,remark"},
		strings.Split("褚 衛 尤 柳 鮑 費 廉 岑 滕 殷 畢 鄔 安 傅 皮 卞 齊 伍 余 元 卜 王 李 張 劉 陳 歐陽 司馬 上官 諸葛 仇 甄 藺 翟 閻 覃 蘭 甘", " "),
		strings.Split("昊 燁 煜 睿 璟 晗 淼 焱 煊 珂 琦 璐 瑤 瑾 芷 若 茜 荷 莉 菁 萱 蓉 蕾 薇 馨 駿 馳 鴻 鶴 麒 麟 煒 炫 燦 煥 熙 璇 暢 皓 盈 睦 硯 祺 禾 秋 竹 笛 筠 紫 翠 德 福 貴 才 旺 財 根 生 水 木", " "),
		strings.Split("送貨到府 已退貨 急件 老顧客介紹 信義店 板橋店 無 需開發票 週末配送 包裝破損 顏色不符 贈品", " ")},
	{ShiftJIS, []string{"お客様,日付,金額,備考", "会員番号,注文日,税込金額,店舗", "name,date,amount,remark"},
		strings.Split("藤井 後藤 村上 遠山 荒木 大塚 工藤 柴田 酒井 宮崎 谷口 熊谷 増田 桑原 片山 早川 服部 萩原 榎本 堀 関 浜田 永井 飯塚 小川 ﾀﾅｶ ﾔﾏﾀﾞ", " "),
		strings.Split("淳 茂 昇 勉 稔 修 薫 瞳 渚 忍 歩 司 満 充 剛 聡 さくら ひなた かおり ミキ アヤ ﾕｷ ﾊﾅ 彩 楓 凛 颯 琴 綾 澪", " "),
		strings.Split("配達済み 返品 至急 ご紹介 渋谷店 梅田店 なし 領収書 週末配送 ギフト包装 色違い おまけ", " ")},
	{Windows1252, []string{"Kunde,Datum,Betrag,Straße", "Prénom,Date de commande,Montant,Région", "name,date,amount,remark"},
		strings.Split("Müller Schäfer Weiß Größl Krüger François Lefèvre Gonçalves Núñez Peña Ibáñez Åkesson Sjögren Ødegård Bjørnsen Häkkinen Côté Béranger Muñoz Gärtner Zoë D’Arcy Smith Jones", " "),
		strings.Split("é ö ü á ñ ia er an ie o", " "),
		strings.Split("Köln Zürich München Besançon Málaga Coruña ok none Île-de-France 5€ naïve ½", " ")},
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// names makes an export of n rows. Below a header, every third has a remark.
func (l tongue) names(r *rand.Rand, header string, n int) string {
	var b strings.Builder
	if header != "" {
		b.WriteString(header + "\r\n")
	}
	for i := range n {
		name := pick(r, l.family) + pick(r, l.given)
		if r.IntN(2) == 0 {
			name += pick(r, l.given)
		}
		remark := ""
		if header != "" && i%3 == 0 {
			remark = pick(r, l.text)
		}
		fmt.Fprintf(&b, "%s,2024-03-%02d,%d.50,%s\r\n", name, 1+r.IntN(28), r.IntN(900), remark)
	}
	return b.String()
}

// TestDetectionRate measures how often generated files of each encoding are
// recognised, from one name to twenty rows, and holds what the documentation
// of reading promises.
func TestDetectionRate(t *testing.T) {
	for _, size := range []struct {
		name    string
		rows    int
		header  bool
		atLeast float64
	}{
		{"one name, no header", 1, false, 0.80},
		{"three names, no header", 3, false, 0.90},
		{"three rows", 3, true, 0.95},
		{"twenty rows", 20, true, 0.999},
	} {
		for _, l := range tongues {
			right, all, wrong := 0, 0, map[Encoding]int{}
			for seed := range uint64(1000) {
				r := rand.New(rand.NewPCG(seed, 1))
				header := ""
				if size.header {
					header = l.headers[seed%3]
				}
				b := encodeAs(t, l.names(r, header, size.rows), l.encoding)
				if isASCII(b) {
					continue
				}
				all++
				if e := detectEncoding(b); e == l.encoding {
					right++
				} else {
					wrong[e]++
				}
			}
			rate := float64(right) / float64(all)
			t.Logf("%-24s %-12s %d of %d: %.3f %v", size.name, l.encoding, right, all, rate, wrong)
			if rate < size.atLeast {
				t.Errorf("%s in %s: %.3f are recognised, want %.3f", size.name, l.encoding, rate, size.atLeast)
			}
		}
	}
}

// Every encoding, with and without a byte-order mark where it has one, is
// found and read to the same log.
func TestEncodingsRoundTrip(t *testing.T) {
	rounds := map[Encoding]string{
		Big5:        "會員編號,日期,金額\r\n張三,2024-03-05,12.5\r\n\"許功蓋，東\",2024-03-06,30\r\n",
		ShiftJIS:    "お客様番号,日付,金額\r\n表示ソフト,2024-03-05,12.5\r\n\"髙橋，能\",2024-03-06,30\r\n",
		Windows1252: "Prénom,Date,Montant\r\nMüller,2024-03-05,12.5\r\n\"D’Arcy, Zoë\",2024-03-06,30\r\n",
	}
	marks := map[Encoding]string{}
	for _, m := range byteOrderMarks {
		marks[m.encoding] = m.mark
	}
	for _, e := range Encodings {
		text, ok := rounds[e]
		if !ok {
			text = "会员号,日期,金额\r\n张三,2024-03-05,12.5\r\n\"李四，东\",2024-03-06,30\r\n"
		}
		for _, mark := range []string{"", marks[e]} {
			t.Run(fmt.Sprintf("%s/%d", e, len(mark)), func(t *testing.T) {
				raw := append([]byte(mark), encodeAs(t, text, e)...)
				got, want := readText(t, raw, e), readText(t, []byte(text), UTF8)
				if got != want {
					t.Errorf("log %s, want %s", got, want)
				}
			})
		}
	}
}

// readText reads a file by its preview, which must find the encoding e.
func readText(t *testing.T, raw []byte, e Encoding) string {
	t.Helper()
	src := Bytes("t.csv", raw)
	p, err := Sniff(src, Format{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Format.Encoding != e {
		t.Errorf("found %s, want %s", p.Format.Encoding, e)
	}
	table, err := Read(t.Context(), src, p.Format, Mapping{Customer, Date, Amount}, p.Rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, table)
	return logText(table.Log())
}

// Bytes that end in ASCII, of which a backslash and a bar are worst, are no
// delimiters and no escapes: 許功蓋 in Big5, 表示ソフト in Shift_JIS.
func TestTrailingBytesAreNoASCII(t *testing.T) {
	for _, c := range []struct {
		e    Encoding
		name string
	}{{Big5, "許功蓋"}, {ShiftJIS, "表示ソフト能"}, {GB18030, "誚朶亅乗"}} {
		raw := encodeAs(t, c.name+"|2024-03-05|5\n", c.e)
		text := decodeWhole(raw, c.e, true)
		if want := c.name + "|2024-03-05|5\n"; string(text) != want {
			t.Errorf("%s: %q, want %q", c.e, text, want)
		}
	}
}

// The head of a file may be plain ASCII and the rest not.
func TestNamesBeyondTheHead(t *testing.T) {
	for _, l := range tongues {
		r := rand.New(rand.NewPCG(7, 7))
		var b strings.Builder
		b.WriteString("name,date,amount,remark\n")
		for i := range 20_000 {
			fmt.Fprintf(&b, "K%06d,2024-03-%02d,%d,\n", i, 1+i%28, i)
		}
		names := strings.ReplaceAll(l.names(r, "", 20_000), "\r", "")
		raw := append([]byte(b.String()), encodeAs(t, names, l.encoding)...)
		p, err := Sniff(Bytes("t.csv", raw), Format{})
		if err != nil || p.Format.Encoding != l.encoding {
			t.Errorf("%s is taken for %s, %v", l.encoding, p.Format.Encoding, err)
			continue
		}
		if d := p.Decoded; d == nil || d.Line != 0 || d.Bad != 0 || !strings.Contains(names, d.Text) || !strings.Contains(d.Raw, `\x`) {
			t.Errorf("%s: decoded %+v", l.encoding, d)
		}
	}
}

func TestDecodedLine(t *testing.T) {
	text := "name,date,amount\nA,2024-03-05,5\n张三\t,2024-03-06,6\n"
	gb := encodeAs(t, text, GB18030)
	for _, c := range []struct {
		name string
		raw  []byte
		want Encoding
		show *Decoded
	}{
		{"detected", gb, "", &Decoded{3, `\xD5\xC5\xC8\xFD	,2024-03-06,6`, "张三\t,2024-03-06,6", 0}},
		{"chosen, wrongly", gb, UTF8, &Decoded{3, `\xD5\xC5\xC8\xFD	,2024-03-06,6`, "\uFFFD\t,2024-03-06,6", 4}},
		{"certain", []byte(text), "", nil},
		{"certain, chosen otherwise", []byte("\uFEFF" + text), Windows1252, &Decoded{1, `\xEF\xBB\xBFname,date,amount`, "ï»¿name,date,amount", 0}},
		{"UTF-16 by its NULs", encodeUTF16(text, binary.LittleEndian), "", nil},
		{"plain", []byte("name,date,amount\nA,2024-03-05,5\n"), "", nil},
	} {
		p, err := Sniff(Bytes("t.csv", c.raw), Format{Encoding: c.want})
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Decoded; (got == nil) != (c.show == nil) || got != nil && *got != *c.show {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.show)
		}
	}
}

// A name that no look at the file met is found when it is read, and the
// warning says which encoding it is in.
func TestNamesThatNobodySaw(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("customer,date,amount\n")
	for i := range 60_000 {
		name := fmt.Sprintf("K%06d", i)
		if i == 25_000 {
			name = string(encodeAs(t, "上海分公司", GB18030))
		}
		fmt.Fprintf(&b, "%s,2024-03-05,%d\n", name, 1+i)
	}
	src := Bytes("t.csv", b.Bytes())
	p, err := Sniff(src, Format{})
	if err != nil || p.Format.Encoding != UTF8 {
		t.Fatalf("%v: the test's name was seen: %s", err, p.Format.Encoding)
	}
	table, err := Read(t.Context(), src, p.Format, p.Mapping, p.Rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range table.Warnings() {
		if w.Message.Key == "ingest.undecodable" {
			if w.Remedy.Key != "ingest.undecodable-looks" || w.Remedy.Args[0].Text != string(GB18030) {
				t.Errorf("the remedy is %+v", w.Remedy)
			}
			return
		}
	}
	t.Errorf("no word of it: %+v", table.Warnings())
}
