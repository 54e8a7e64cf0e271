package ingest

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"churnbench/analysis"
)

// august is a file and how a person read it.
const august = "Order No;Kunde;Datum;Betrag;Region\n" +
	"1;A1;03.04.2024;1.234,50;Nord\n" +
	"2;B2;05.04.2024;12,00;Süd\n" +
	"3;A1;06.04.2024;8,25;Nord\n"

func augustRecipe(t *testing.T) *Recipe {
	t.Helper()
	f := Format{Encoding: UTF8, Delimiter: ';', Quoting: Doubled, Skip: NoSkip, Header: HeaderYes, Decimal: ',', Dates: DateDMY}
	p := sniffed(t, august, f)
	return &Recipe{
		Version: RecipeVersion,
		Files:   []RecipeFile{RecipeOf(p, Orders, f, Mapping{Order, Customer, Date, Amount, Region})},
		Rules: Rules{Refunds: NetRefunds, Duplicates: ExcludeDuplicates, Test: []string{"test*", "<&>"}, NoSale: []string{"failed", "已取消"}, IDs: IDRules{Case: true},
			From: analysis.Date(2024, 1, 1), To: analysis.NoDay},
	}
}

func sniffed(t *testing.T, text string, want Format) Preview {
	t.Helper()
	p, err := Sniff(Bytes("f.csv", []byte(text)), want)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestRecipeReadsBack(t *testing.T) {
	r := augustRecipe(t)
	text := r.JSON()
	got, err := ParseRecipe(text)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, r) {
		t.Errorf("reads back as\n%+v, want\n%+v", got, r)
	}
	if !bytes.Equal(got.JSON(), text) {
		t.Errorf("written twice it differs:\n%s\n%s", text, got.JSON())
	}
	for _, want := range []string{`"delimiter": ";"`, `"role": "customer"`, `"column": 2`, `"from": "2024-01-01"`, `"<&>"`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

func TestParseRecipeRefuses(t *testing.T) {
	good := string(augustRecipe(t).JSON())
	for name, c := range map[string]struct{ text, key string }{
		"nothing":         {"", "ingest.recipe-foreign"},
		"a table":         {august, "ingest.recipe-foreign"},
		"other JSON":      {`{"name": "app", "version": 1, "files": []}`, "ingest.recipe-foreign"},
		"a list":          {`[1, 2]`, "ingest.recipe-foreign"},
		"null":            {`null`, "ingest.recipe-foreign"},
		"deep":            {strings.Repeat("[", 500_000), "ingest.recipe-foreign"},
		"large":           {good + strings.Repeat(" ", MaxRecipe), "ingest.recipe-large"},
		"newer":           {strings.Replace(good, `"version": 1`, `"version": 2`, 1), "ingest.recipe-version"},
		"no version":      {strings.Replace(good, `"version": 1`, `"version": 0`, 1), "ingest.recipe-version"},
		"wrong type":      {strings.Replace(good, `"column": 2`, `"column": "two"`, 1), "ingest.recipe-broken"},
		"no files":        {`{"churnbench": "recipe", "version": 1}`, "ingest.recipe-value"},
		"unknown role":    {strings.Replace(good, `"role": "region"`, `"role": "king"`, 1), "ingest.recipe-value"},
		"role twice":      {strings.Replace(good, `"role": "region"`, `"role": "date"`, 1), "ingest.recipe-value"},
		"no customer":     {strings.Replace(good, `"role": "customer"`, `"role": "tier"`, 1), "ingest.recipe-value"},
		"column 0":        {strings.Replace(good, `"column": 2`, `"column": 0`, 1), "ingest.recipe-value"},
		"column far out":  {strings.Replace(good, `"column": 2`, `"column": 9007199254740992`, 1), "ingest.recipe-value"},
		"delimiter":       {strings.Replace(good, `"delimiter": ";"`, `"delimiter": "x"`, 1), "ingest.recipe-value"},
		"encoding":        {strings.Replace(good, `"encoding": "UTF-8"`, `"encoding": "EBCDIC"`, 1), "ingest.recipe-value"},
		"dates":           {strings.Replace(good, `"dates": "dmy"`, `"dates": "when"`, 1), "ingest.recipe-value"},
		"day":             {strings.Replace(good, `2024-01-01`, `2024-13-01`, 1), "ingest.recipe-value"},
		"header":          {strings.Replace(good, `"header": "yes"`, `"header": "perhaps"`, 1), "ingest.recipe-value"},
		"many patterns":   {strings.Replace(good, `"test*",`, strings.Repeat(`"test*",`, 1000), 1), "ingest.recipe-value"},
		"skip below none": {strings.Replace(good, `"skip": -1`, `"skip": -2`, 1), "ingest.recipe-value"},
	} {
		r, err := ParseRecipe([]byte(c.text))
		var said *analysis.Error
		if !errors.As(err, &said) || said.Message.Key != c.key || said.Kind != analysis.BadInput || r != nil && err == nil {
			t.Errorf("%s: %v, want %s", name, err, c.key)
		}
	}
	if _, err := ParseRecipe([]byte("\ufeff" + good)); err != nil {
		t.Errorf("with a byte-order mark: %v", err)
	}
}

// TestRecipeReplaysOnNextMonth holds that the same columns are found among
// others in another order, and that what the new file leaves open is as it was.
func TestRecipeReplaysOnNextMonth(t *testing.T) {
	september := "betrag;Filiale;KUNDE ;Region;Datum;order  no\n" +
		"5,125;X;A1;Nord;04.05.2024;7\n" + // neither date nor amount is certain here
		"6,250;Y;C3;Nord;05.05.2024;8\n"
	p := sniffed(t, september, Format{})
	p.Rules.Today = analysis.Date(2024, 6, 1)
	got, fits := augustRecipe(t).Apply(p)
	if want := (Mapping{Amount, Ignore, Customer, Region, Date, Order}); !fits || !reflect.DeepEqual(got.Mapping, want) {
		t.Errorf("mapping %v, %v; want %v", got.Mapping, fits, want)
	}
	if f := got.Format; f.Dates != DateDMY || f.Decimal != ',' || f.Delimiter != ';' {
		t.Errorf("format %+v", f)
	}
	if len(got.Undecided) != 0 || len(got.Warnings) != 0 {
		t.Errorf("left open: %v, %v", got.Undecided, got.Warnings)
	}
	if got.Rules.Refunds != NetRefunds || !got.Rules.IDs.Case || got.Rules.Today != p.Rules.Today {
		t.Errorf("rules %+v", got.Rules)
	}
	if got.Kind != Orders {
		t.Errorf("kind %q", got.Kind)
	}
}

func TestRecipeSettlesWhatIsUndecided(t *testing.T) {
	p := sniffed(t, august, Format{})
	p.Undecided = []Undecided{{Property: DatesProperty, Sample: "03.04.2024"}, {Property: DecimalProperty}}
	p.Format.Dates, p.Format.Decimal = DatesDetect, 0
	got, _ := augustRecipe(t).Apply(p)
	if len(got.Undecided) != 0 || got.Format.Dates != DateDMY || got.Format.Decimal != ',' {
		t.Errorf("%+v, undecided %v", got.Format, got.Undecided)
	}
	if len(p.Undecided) != 2 {
		t.Error("the preview that was passed in was changed")
	}
}

func saidIn(p Preview, key string) *analysis.Warning {
	for i, w := range p.Warnings {
		if w.Message.Key == key {
			return &p.Warnings[i]
		}
	}
	return nil
}

func TestRecipeNamesColumnsThatAreGone(t *testing.T) {
	p := sniffed(t, "Order No;Kunde;Datum;Betrag\n1;A1;23.04.2024;1.234,50\n2;B2;25.04.2024;12,00\n", Format{})
	got, fits := augustRecipe(t).Apply(p)
	w := saidIn(got, "ingest.recipe-gone")
	if !fits || w == nil || w.Message.Args[0].Text != "Region" || w.Severity != analysis.Caution {
		t.Errorf("fits %v, warnings %v", fits, got.Warnings)
	}
	p = sniffed(t, "Order No;Kunde;Buchungstag;Betrag;Region\n1;A1;2024-04-23;1.234,50;N\n2;B2;2024-04-25;12,00;S\n", Format{})
	p.Mapping = Mapping{Ignore, Customer, Date, Amount, Ignore}
	got, _ = augustRecipe(t).Apply(p)
	if w := saidIn(got, "ingest.recipe-replaced"); w == nil || got.Mapping[2] != Date {
		t.Errorf("mapping %v, warnings %v", got.Mapping, got.Warnings)
	}
	p.Mapping = Mapping{Ignore, Customer, Ignore, Amount, Ignore}
	got, _ = augustRecipe(t).Apply(p)
	if w := saidIn(got, "ingest.recipe-gone"); w == nil || w.Severity != analysis.Serious {
		t.Errorf("a date that is gone: %v", got.Warnings)
	}
}

func TestRecipeForOtherFiles(t *testing.T) {
	p := sniffed(t, "id,city\nA1,Bonn\nB2,Ulm\n", Format{})
	got, fits := augustRecipe(t).Apply(p)
	if fits || saidIn(got, "ingest.recipe-other") == nil || !reflect.DeepEqual(got.Mapping, p.Mapping) {
		t.Errorf("fits %v, %v", fits, got.Warnings)
	}
}

func TestRecipeYieldsToTheFile(t *testing.T) {
	text := "Order No,Kunde,Datum,Betrag,Region\n1,A1,04/23/2024,1234.50,Süd\n2,B2,04/25/2024,12.75,Nord\n"
	recipe := augustRecipe(t)
	recipe.Files[0].Format.Encoding = GB18030
	got, fits := recipe.Apply(sniffed(t, text, Format{}))
	if f := got.Format; !fits || f.Encoding != UTF8 || f.Delimiter != ',' || f.Dates != DateMDY || f.Decimal != '.' {
		t.Errorf("fits %v, format %+v", fits, f)
	}
	for _, key := range []string{"ingest.recipe-encoding", "ingest.recipe-delimiter", "ingest.recipe-dates", "ingest.recipe-decimal"} {
		if saidIn(got, key) == nil {
			t.Errorf("no %s in %v", key, got.Warnings)
		}
	}
	// What is the same either way is the recipe's.
	got, _ = recipe.Apply(sniffed(t, "Order No;Kunde;Datum;Betrag;Region\n1;A1;04.05.2024;5;N\n2;B2;06.05.2024;7;S\n", Format{}))
	if got.Format.Encoding != GB18030 || got.Format.Dates != DateDMY || got.Format.Decimal != ',' || len(got.Warnings) > 0 {
		t.Errorf("format %+v, warnings %v", got.Format, got.Warnings)
	}
}

func TestRecipeSpeaksOfItsWindow(t *testing.T) {
	recipe := augustRecipe(t)
	recipe.Rules.To = analysis.Date(2024, 8, 31)
	got, _ := recipe.Apply(sniffed(t, august, Format{}))
	if saidIn(got, "ingest.recipe-window") == nil || got.Rules.To != recipe.Rules.To {
		t.Errorf("rules %+v, warnings %v", got.Rules, got.Warnings)
	}
}

func TestRecipeWithoutHeader(t *testing.T) {
	f := Format{Header: HeaderNo, Dates: DateYMD, Decimal: '.'}
	text := "A1,2024-01-02,5\nB2,2024-01-03,6\n"
	p := sniffed(t, text, f)
	recipe := &Recipe{Files: []RecipeFile{RecipeOf(p, Orders, f, Mapping{Customer, Date, Amount})}}
	got, fits := recipe.Apply(sniffed(t, text, Format{}))
	if !fits || !reflect.DeepEqual(got.Mapping, Mapping{Customer, Date, Amount}) {
		t.Errorf("%v %v", fits, got.Mapping)
	}
}

func TestRecipeTellsColumnsOfOneNameApart(t *testing.T) {
	recipe := &Recipe{Files: []RecipeFile{{Columns: []RecipeColumn{{"ID", 0, Customer}, {"Date", 2, Date}, {"Date", 4, SignUp}, {"Sum", 3, Amount}}}}}
	names := func(list ...string) Preview {
		p := Preview{Mapping: make(Mapping, len(list))}
		for _, name := range list {
			p.Columns = append(p.Columns, Column{Name: name})
		}
		return p
	}
	for _, c := range []struct {
		p    Preview
		want Mapping
	}{
		{names("id", "date", "DATE", "sum", "Date"), Mapping{Customer, Ignore, Date, Amount, SignUp}},
		{names("date", "id", "date", "sum"), Mapping{SignUp, Customer, Date, Amount}},
	} {
		if got, fits := recipe.Apply(c.p); !fits || !reflect.DeepEqual(got.Mapping, c.want) {
			t.Errorf("%v: mapping %v, want %v", c.p.Columns, got.Mapping, c.want)
		}
	}
}

func FuzzParseRecipe(f *testing.F) {
	f.Add([]byte(`{"churnbench":"recipe","version":1,"files":[{"kind":"orders","columns":[{"column":1,"role":"customer"}]}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := ParseRecipe(b)
		if err != nil {
			return
		}
		again, err := ParseRecipe(r.JSON())
		if err != nil || !bytes.Equal(again.JSON(), r.JSON()) {
			t.Errorf("%s reads back as %v, %v", r.JSON(), again, err)
		}
		r.Apply(Preview{Columns: make([]Column, 3), Mapping: make(Mapping, 3)})
	})
}
