package sample

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
)

var languages = []string{"en", "zh"}

func open(t testing.TB, key, lang string) []byte {
	t.Helper()
	src, _, err := Open(key, lang)
	if err != nil {
		t.Fatal(err)
	}
	b := make([]byte, src.Size())
	if _, err := src.ReadAt(b, 0); err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	return b
}

// fingerprints of the files: they change only with intent, and are the same in
// wasm.
var fingerprints = map[string]string{
	"shop en":         "33bf9475eeb94911",
	"shop zh":         "91cbd7d145f300f1",
	"subscription en": "dad8517b20d6d704",
	"subscription zh": "8f93e46107835ce1",
	"membership en":   "5dadc261da6625cb",
	"membership zh":   "8c7a52a43438f79c",
	"accounts en":     "3a2181269e55d85e",
	"accounts zh":     "eba62237b1463a69",
}

func TestSamplesAreTheSameEverywhere(t *testing.T) {
	for _, key := range Keys() {
		for _, lang := range languages {
			a := open(t, key, lang)
			if !bytes.Equal(a, open(t, key, lang)) {
				t.Errorf("%s %s differs from one opening to the next", key, lang)
			}
			sum := sha256.Sum256(a)
			if got, want := hex.EncodeToString(sum[:8]), fingerprints[key+" "+lang]; got != want {
				t.Errorf("%s %s has fingerprint %s, want %s", key, lang, got, want)
			}
		}
	}
}

// A row is a record as the test reads it, with its own small parser.
type row struct {
	customer string
	day      analysis.Day
	cents    int64
}

// rows reads a sample's file; the columns are found by position.
func rows(t testing.TB, key, lang string) (list []row, total []string) {
	t.Helper()
	b := bytes.TrimPrefix(open(t, key, lang), []byte("\uFEFF"))
	records, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records[1:] {
		if r[2] == "" {
			return list, r
		}
		date, err := time.Parse("2006-1-2", strings.ReplaceAll(r[2], "/", "-"))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, row{r[1], analysis.Day(date.Unix() / 86400), parseCents(t, r[len(r)-1])})
	}
	return list, nil
}

func parseCents(t testing.TB, s string) int64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return int64(math.Round(v * 100))
}

// logOf is the log that the default rules make: amounts above 0 of named
// customers, one row a day.
func logOf(list []row) *analysis.Log {
	byCustomer := map[string]map[analysis.Day]int64{}
	l := &analysis.Log{Start: []uint32{0}, End: analysis.NoDay}
	for _, r := range list {
		if r.customer == "" || r.cents <= 0 {
			continue
		}
		if byCustomer[r.customer] == nil {
			byCustomer[r.customer] = map[analysis.Day]int64{}
		}
		byCustomer[r.customer][r.day] += r.cents
		l.End = max(l.End, r.day)
	}
	for id, days := range byCustomer {
		l.IDs.Append([]byte(id))
		from := len(l.Day)
		for d := range days {
			l.Day = append(l.Day, d)
		}
		slices.Sort(l.Day[from:])
		for _, d := range l.Day[from:] {
			l.Amount = append(l.Amount, analysis.Money(days[d]*analysis.MoneyPerUnit/100))
			l.Orders = append(l.Orders, 1)
		}
		l.Start = append(l.Start, uint32(len(l.Day)))
	}
	return l
}

// TestShopLooksLikeAnExport counts what a real file brings: refunds, gifts,
// guests, same-day orders, and a total at the end that adds up.
func TestShopLooksLikeAnExport(t *testing.T) {
	for _, lang := range languages {
		list, total := rows(t, "shop", lang)
		var sum int64
		var refunds, gifts, guests, sameDay int
		seen := map[row]bool{}
		for i, r := range list {
			sum += r.cents
			switch {
			case r.customer == "":
				guests++
			case r.cents < 0:
				refunds++
			case r.cents == 0:
				gifts++
			case seen[row{r.customer, r.day, 0}]:
				sameDay++
			}
			seen[row{r.customer, r.day, 0}] = true
			if i > 0 && r.day < list[i-1].day {
				t.Fatalf("%s: row %d is out of order", lang, i)
			}
		}
		if len(total) == 0 || parseCents(t, total[len(total)-1]) != sum {
			t.Errorf("%s: the last line %v does not say %d cents", lang, total, sum)
		}
		if refunds < 100 || gifts != giftOrders || guests != guestOrders || sameDay < 100 {
			t.Errorf("%s: %d refunds, %d gifts, %d guests, %d same-day orders", lang, refunds, gifts, guests, sameDay)
		}
		log := logOf(list)
		if log.Customers() != shopCustomers || log.End != shopEnd {
			t.Errorf("%s: %d customers to %v", lang, log.Customers(), log.End)
		}
	}
}

// orderSamples are the samples that are order logs.
var orderSamples = []string{"shop", "subscription", "accounts"}

// TestLanguagesAgree: the two files of a sample differ in words, and in the
// prices of plans, but not in who bought when.
func TestLanguagesAgree(t *testing.T) {
	for _, key := range orderSamples {
		en, _ := rows(t, key, "en")
		zh, _ := rows(t, key, "zh")
		if len(en) != len(zh) {
			t.Fatalf("%s: %d and %d rows", key, len(en), len(zh))
		}
		for i := range en {
			if en[i].customer != zh[i].customer || en[i].day != zh[i].day {
				t.Fatalf("%s: row %d is %v and %v", key, i, en[i], zh[i])
			}
		}
	}
}

// TestSubscriptionIsTrue compares month k of the cohort table with the truth:
// the model's retention must lie within four standard errors.
func TestSubscriptionIsTrue(t *testing.T) {
	list, _ := rows(t, "subscription", "en")
	log := logOf(list)
	if log.Customers() != subscribers || log.End != chargesEnd {
		t.Errorf("%d subscribers to %v", log.Customers(), log.End)
	}
	r, err := cohort.Make(log, cohort.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for k := 1; k <= 24; k++ {
		want, mean := retained(k), r.Mean[k]
		se := math.Sqrt(want * (1 - want) / float64(mean.Customers))
		if math.Abs(mean.Weighted-want) > 4*se {
			t.Errorf("month %d: %.4f of %d retained, the truth is %.4f", k, mean.Weighted, mean.Customers, want)
		}
	}
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		for i := from + 1; i < to; i++ {
			if gap := log.Day[i] - log.Day[i-1]; gap < 28 || gap > 31 {
				t.Fatalf("a gap of %d days between charges", gap)
			}
		}
	}
}

// TestShopSpendIsTrue checks the first two moments of the mean spend per
// customer against Gamma-Gamma: E = pγ/(q−1) for one purchase.
func TestShopSpendIsTrue(t *testing.T) {
	list, _ := rows(t, "shop", "en")
	log := logOf(list)
	sum, sum2 := 0.0, 0.0
	for c := range log.Customers() {
		first := log.Amount[log.Start[c]].Float()
		sum, sum2 = sum+first, sum2+first*first
	}
	n := float64(log.Customers())
	mean := sum / n
	want := shopP * shopGamma / (shopQ - 1)
	if se := math.Sqrt((sum2/n - mean*mean) / n); math.Abs(mean-want) > 4*se {
		t.Errorf("mean first purchase %.2f ± %.2f, the truth is %.2f", mean, se, want)
	}
}

// TestShopRepeatsAreTrue checks purchases against the model without fitting
// it: nobody drops out before a repeat purchase, so the share that never bought
// again within the T weeks seen is the mean of (α/(α+T))^r.
func TestShopRepeatsAreTrue(t *testing.T) {
	list, _ := rows(t, "shop", "en")
	log := logOf(list)
	once, want, variance := 0.0, 0.0, 0.0
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		if to-from == 1 {
			once++
		}
		weeks := float64(log.End-log.Day[from]) / 7
		p := math.Pow(shopAlpha/(shopAlpha+weeks), shopR)
		want, variance = want+p, variance+p*(1-p)
	}
	if math.Abs(once-want) > 4*math.Sqrt(variance) {
		t.Errorf("%v customers bought once, the model expects %.0f ± %.0f", once, want, math.Sqrt(variance))
	}
}

func TestRetained(t *testing.T) {
	// Γ form of B(α, β+n)/B(α, β).
	lg := func(x float64) float64 { v, _ := math.Lgamma(x); return v }
	for n := range 30 {
		want := math.Exp(lg(churnBeta+float64(n)) - lg(churnAlpha+churnBeta+float64(n)) - lg(churnBeta) + lg(churnAlpha+churnBeta))
		if got := retained(n); math.Abs(got-want) > 1e-12 {
			t.Errorf("retained(%d) = %v, want %v", n, got, want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	_, _, err := Open("casino", "en")
	var failure *analysis.Error
	if !errors.As(err, &failure) || failure.Message.Key != "sample.unknown" {
		t.Errorf("error %v", err)
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, key := range Keys() {
		b.Run(key, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := Open(key, "zh"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
