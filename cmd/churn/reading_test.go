package main

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// written puts a file into a directory of its own.
func written(t *testing.T, name, body string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// plainBlanks makes blanks that do not break lines plain ones.
func plainBlanks(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
}

// report is an export with a title, semicolons, decimal commas, a refund, a
// line without a customer, and one of totals.
const report = "Umsatz 2024\n\nKundennummer;Datum;Umsatz;Land;Bearbeiter\n" +
	"ANN;31.01.2024;1.000,50;DE;x\nbob;02.02.2024;20,00;AT;y\nbob;02.02.2024;5,00;AT;z\n" +
	"ANN;15.02.2024;-100,00;DE;z\n;16.02.2024;7,00;DE;z\nTotal;;932,50;;\n"

const people = "Kundennummer,tier\nann,gold\nbob,silver\nzoe,gold\n,none\n"

func TestLookSaysHowAFileIsWritten(t *testing.T) {
	path := written(t, "report.csv", report)
	for lang, want := range map[string]string{
		"en": `File                    report.csv · 201 bytes
Rows are                Orders
Encoding                UTF-8
Columns are parted by   semicolon
Lines before the table  2
Header                  yes
Dates                   day/month/year
Decimal mark            comma

Customer  Kundennummer  (ANN)
Date      Datum  (31.01.2024)
Amount    Umsatz  (1.000,50)
Not used  Land, Bearbeiter

`,
		"zh": `文件          report.csv · 201 字节
内容          订单
编码          UTF-8
分隔符        分号
表格前的行数  2
表头          有
日期格式      日/月/年
小数点        逗号

客户    Kundennummer  (ANN)
日期    Datum  (31.01.2024)
金额    Umsatz  (1.000,50)
不使用  Land, Bearbeiter

`,
	} {
		out, errs, code := call(t, "look", path, "--lang", lang)
		if code != 0 || errs != "" || plainBlanks(out) != want {
			t.Errorf("exit %d, %s\n%s\nwant\n%s", code, errs, plainBlanks(out), want)
		}
	}
}

func TestLedgerIsPrinted(t *testing.T) {
	orders, list := written(t, "report.csv", report), written(t, "people.csv", people)
	for lang, want := range map[string]string{
		"en": `
Rows read                                     6
Rows used                                     3
of which joined to another order of that day  1
Rows left out                                 3
No customer                                   1 · 7.00 (0.6 %)
Refund or negative amount                     1 · −100.00 (8.8 %)
Line of totals                                1 · 932.50

Revenue                              1,025.50
Revenue left out (share of revenue)  −93.00 (9.4 %)
Customers                            2
Period                               31 Jan 2024 – 2 Feb 2024

List                            people.csv · Customers
Rows read                       4
Rows used                       3
No customer                     1
Customers listed                3
Of these with orders            1 (33.3 %)
Share of customers with orders  50.0 %
Without orders, the first       ann, zoe
More would match with           1  --ids case

`,
		"zh": `
读取行数          6
采用行数          3
其中并入同日订单  1
未采用行数        3
缺少客户          1 · 7.00 (0.6%)
退款或负金额      1 · −100.00 (8.8%)
合计行            1 · 932.50

收入                      1,025.50
未采用金额（占收入比例）  −93.00 (9.4%)
客户数                    2
时间范围                  2024年1月31日 – 2024年2月2日

名单                    people.csv · 客户名单
读取行数                4
采用行数                3
缺少客户                1
名单客户数              3
其中有订单              1 (33.3%)
占有订单客户的比例      50.0%
无订单的客户（前几位）  ann, zoe
还可多对应              1  --ids case

`} {
		dir := t.TempDir()
		out, errs, code := call(t, "analyze", orders, list, "--out", dir, "--lang", lang)
		if code != 0 || errs != "" || !strings.Contains(plainBlanks(out), want) || strings.Contains(out, "«") {
			t.Errorf("exit %d, %s\n%s\nwant\n%s", code, errs, plainBlanks(out), want)
		}
		if _, err := os.Stat(filepath.Join(dir, "unmatched.csv")); err != nil {
			t.Error(err)
		}
	}
	out, _, _ := call(t, "analyze", orders, list, "--out", t.TempDir(), "--lang", "en", "--ids", "case")
	if !strings.Contains(plainBlanks(out), "Of these with orders            2 (66.7 %)") {
		t.Errorf("without case:\n%s", out)
	}
}

// TestWhatIsOpenIsAsked holds that an unsure call ends with code 2, names each
// flag that would decide, and reads nothing.
func TestWhatIsOpenIsAsked(t *testing.T) {
	orders, list := written(t, "report.csv", report), written(t, "people.csv", people)
	bare := written(t, "bare.csv", "who,when,x\nA,31.01.2024,a\nB,01.02.2024,b\nA,13.02.2024,c\n")
	mixed := written(t, "mixed.csv", "customer,date,amount\nA,03/04/2024,\"1,234\"\nB,05/06/2024,\"2,345\"\n")
	for name, c := range map[string]struct {
		args []string
		says []string
	}{
		"a role":         {[]string{bare, "--customer", "who"}, []string{"No column of bare.csv looks like the amount", "--amount COLUMN ", "who, when, x", "--quantity COLUMN --price COLUMN"}},
		"dates and mark": {[]string{mixed}, []string{"--dates dmy", "--decimal point", "--decimal comma", "2,345"}},
		"of two files":   {[]string{orders, mixed, "--decimal", "point"}, []string{mixed + " --dates dmy"}},
		"only lists":     {[]string{list}, []string{"people.csv looks like this: Customers", "--kind orders"}},
	} {
		dir := filepath.Join(t.TempDir(), "out")
		_, errs, code := call(t, append([]string{"analyze", "--out", dir, "--lang", "en"}, c.args...)...)
		for _, says := range c.says {
			if code != 2 || !strings.Contains(errs, says) || strings.Contains(errs, "«") {
				t.Errorf("%s: exit %d, no %q in\n%s", name, code, says, errs)
			}
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s: something was written", name)
		}
	}
	if _, errs, code := call(t, "analyze", mixed, "--lang", "zh"); code != 2 || !strings.Contains(errs, "请指定") {
		t.Errorf("in Chinese: exit %d, %s", code, errs)
	}
}

// TestFlagsBehindAFile holds that flags are about the file before them, and
// before the first file about all.
func TestFlagsBehindAFile(t *testing.T) {
	a := written(t, "a.csv", "customer,date,amount\nA,03/04/2024,1\nB,05/06/2024,2\n")
	b := written(t, "b.csv", "customer,date,amount\nA,03/04/2023,1\nB,05/06/2023,2\n")
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"each its own": {[]string{a, "--dates", "dmy", b, "--dates", "mdy"}, "4 Mar 2023 – 5 Jun 2024"},
		"one for all":  {[]string{"--dates", "dmy", a, b}, "3 Apr 2023 – 5 Jun 2024"},
	} {
		out, errs, code := call(t, append([]string{"analyze", "--lang", "en", "--out", t.TempDir()}, c.args...)...)
		if code != 0 || !strings.Contains(plainBlanks(out), c.want) {
			t.Errorf("%s: exit %d, %s\n%s", name, code, errs, out)
		}
	}
	if _, errs, code := call(t, "analyze", "--amount", "nothing", a, b, "--lang", "en"); code != 1 || !strings.Contains(errs, "nothing") {
		t.Errorf("a column that no file has: exit %d, %s", code, errs)
	}
	if _, errs, code := call(t, "analyze", a, written(t, "c.csv", "%PDF-1.7\n\x00"), "--lang", "en"); code != 1 || !strings.Contains(errs, "c.csv: This is a PDF") {
		t.Errorf("a file that is no table: exit %d, %s", code, errs)
	}
}

// TestRecipeIsReplayed saves a recipe with an answer that the file leaves open,
// and reads next month's file by it without being asked.
func TestRecipeIsReplayed(t *testing.T) {
	july := written(t, "july.csv", "customer,date,amount\nA,03/07/2024,1\nB,05/07/2024,2\n")
	august := written(t, "august.csv", "region,amount,Date,CUSTOMER\nx,3,03/08/2024,A\ny,4,05/08/2024,C\n")
	recipe := filepath.Join(t.TempDir(), "recipe.json")
	if _, errs, code := call(t, "analyze", july, "--out", t.TempDir(), "--dates", "dmy", "--refunds", "net", "--save-recipe", recipe); code != 0 {
		t.Fatalf("exit %d, %s", code, errs)
	}
	dir := t.TempDir()
	out, errs, code := call(t, "analyze", august, "--out", dir, "--lang", "en", "--recipe", recipe)
	if code != 0 || !strings.Contains(plainBlanks(out), "3 Aug 2024 – 5 Aug 2024") || !strings.Contains(out, "Not used  region") {
		t.Errorf("exit %d, %s\n%s", code, errs, out)
	}
	body, err := os.ReadFile(filepath.Join(dir, "summary.json"))
	if err != nil || !strings.Contains(string(body), `"Refunds": "net"`) {
		t.Errorf("%v: the recipe's rules are not in summary.json", err)
	}
	if _, errs, code := call(t, "analyze", recipe, "--lang", "en"); code != 2 || !strings.Contains(errs, "--recipe "+recipe) {
		t.Errorf("a recipe as a table: exit %d, %s", code, errs)
	}
	if _, errs, code := call(t, "analyze", august, "--recipe", july, "--lang", "en"); code != 1 || !strings.Contains(errs, "no recipe") {
		t.Errorf("a table as a recipe: exit %d, %s", code, errs)
	}
}

func TestMembersAreAsked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "two.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	for _, name := range []string{"in 2023.csv", "in 2024.csv"} {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(part, "customer,date,amount\nA,2024-01-31,1\nB,2024-02-01,2\n")
	}
	if err := errors.Join(w.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	_, errs, code := call(t, "analyze", path, "--lang", "en")
	if code != 2 || !strings.Contains(errs, "--member 'in 2023.csv'") || !strings.Contains(errs, "--member 'in 2024.csv'") {
		t.Errorf("exit %d, %s", code, errs)
	}
	out, errs, code := call(t, "analyze", path, "--member", "in 2023.csv", path, "--member", "in 2024.csv", "--lang", "en", "--out", t.TempDir())
	if code != 0 || !strings.Contains(out, "in 2024.csv") || !strings.Contains(plainBlanks(out), "Rows read                                     4") {
		t.Errorf("exit %d, %s\n%s", code, errs, out)
	}
}
