package main

import (
	"bytes"
	"flag"
	"reflect"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// parsed is what the words of a call come to.
func parsed(t *testing.T, words string) *readCall {
	t.Helper()
	c := &readCall{}
	fs := flag.NewFlagSet("test", flag.ContinueOnError)
	var errs bytes.Buffer
	fs.SetOutput(&errs)
	if err := c.parseRead(fs, strings.Fields(words), &errs); err != nil {
		t.Fatalf("%s: %v, %s", words, err, errs.String())
	}
	return c
}

func TestFlagsSayHowAFileIsWritten(t *testing.T) {
	c := parsed(t, "f.csv --encoding big5 --delimiter tab --quoting BACKSLASH --skip 3 --header no --decimal comma --dates epoch-ms --kind surveys --member a/b.csv")
	want := ingest.Format{Encoding: ingest.Big5, Delimiter: '\t', Quoting: ingest.Backslash, Skip: 3, Header: ingest.HeaderNo, Decimal: ',', Dates: ingest.DateEpochMilli}
	if f := c.files[0]; f.want != want || f.kind != ingest.Surveys || f.member != "a/b.csv" {
		t.Errorf("%+v, want %+v", f, want)
	}
	for _, d := range []ingest.DateFmt{ingest.DateYMD, ingest.DateCompact, ingest.DateDMY, ingest.DateMDY, ingest.DateMonth, ingest.DateSerial, ingest.DateEpoch} {
		if c := parsed(t, "f.csv --skip 0 --dates "+string(d)); c.files[0].want != (ingest.Format{Dates: d, Skip: ingest.NoSkip}) {
			t.Errorf("--dates %s is %+v", d, c.files[0].want)
		}
	}
	for _, e := range ingest.Encodings {
		if c := parsed(t, "f.csv --encoding "+strings.ToLower(string(e))); c.files[0].want.Encoding != e {
			t.Errorf("--encoding %s is %q", e, c.files[0].want.Encoding)
		}
	}
}

// TestEveryRoleHasAFlag holds that no role is out of the command line's reach.
func TestEveryRoleHasAFlag(t *testing.T) {
	for _, role := range ingest.Roles {
		c := parsed(t, "f.csv --"+roleFlag(role)+" 2")
		if !reflect.DeepEqual(c.files[0].columns, []namedColumn{{role, "2"}}) {
			t.Errorf("%s: %+v", role, c.files[0].columns)
		}
	}
	if c := parsed(t, "f.csv --attribute a --attribute b"); len(c.files[0].columns) != 2 {
		t.Errorf("two attributes: %+v", c.files[0].columns)
	}
}

func TestFlagsSetRules(t *testing.T) {
	proposed := ingest.Rules{Refunds: ingest.KeepZero, Test: []string{"x"}, From: analysis.NoDay, To: analysis.NoDay, Today: 7}
	if got := parsed(t, "f.csv").rules.over(proposed); !reflect.DeepEqual(got, proposed) {
		t.Errorf("without flags %+v", got)
	}
	got := parsed(t, "f.csv --refunds subtract --duplicates exclude --test a*,b --no-sale failed,已取消 --ids case,width --from 2024-01-02 --to 2024-02-03").rules.over(proposed)
	want := ingest.Rules{Refunds: ingest.SubtractRefunds, Duplicates: ingest.ExcludeDuplicates, Test: []string{"a*", "b"}, NoSale: []string{"failed", "已取消"},
		IDs: ingest.IDRules{Case: true, Width: true}, From: analysis.Date(2024, 1, 2), To: analysis.Date(2024, 2, 3), Today: 7}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	for _, words := range []string{"--ids size", "--duplicates two", "--skip -1", "--skip many", "--kind tables", "--quoting odd"} {
		if _, errs, code := call(t, append([]string{"look", "f.csv"}, strings.Fields(words)...)...); code != 2 || !strings.Contains(errs, "say ") {
			t.Errorf("%s: exit %d, %s", words, code, errs)
		}
	}
}
