package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// tableOf writes rows of a header line, by a function of row and column.
func tableOf(header string, rows int, value func(i, c int) string) string {
	var b strings.Builder
	b.WriteString(header + "\n")
	for i := range rows {
		for c := range strings.Count(header, ",") + 1 {
			if c > 0 {
				b.WriteByte(',')
			}
			b.WriteString(value(i, c))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestWhoTheCustomerIs(t *testing.T) {
	day := func(i int) string { return fmt.Sprintf("2024-03-%02d", 1+i*7%28) }
	some := func(i, every int, v string) string {
		if i%every != 0 {
			return ""
		}
		return v
	}
	for _, c := range []struct {
		name, header string
		first        func(i int) []string // the columns before date and amount
		want         string               // the customer's column
		once         bool                 // a doubt whether it is the order number
	}{
		{"an order number named id", "id,email", func(i int) []string { return []string{fmt.Sprint(i), fmt.Sprintf("u%d@a.cn", i%9)} }, "email", false},
		{"a constant named customer id", "customer id,email", func(i int) []string { return []string{"7", fmt.Sprintf("u%d@a.cn", i%9)} }, "email", false},
		{"a line number named id", "id,user", func(i int) []string { return []string{fmt.Sprint([]int{1, 2, 1, 2, 3}[i%5]), fmt.Sprint(i % 9)} }, "user", false},
		{"few guests", "customer id,email", func(i int) []string {
			return []string{strings.Repeat(fmt.Sprintf("C%d", i%9), b2i(i%3 > 0)), fmt.Sprintf("u%d@a.cn", i%9)}
		}, "customer id", false},
		{"mostly guests", "customer id,email", func(i int) []string {
			return []string{some(i, 3, fmt.Sprintf("C%d", i%9)), fmt.Sprintf("u%d@a.cn", i%9)}
		}, "email", false},
		{"a name and an address", "customer,email", func(i int) []string {
			return []string{[]string{"Ann Lee", "Bo Chen"}[i%2], fmt.Sprintf("u%d@a.cn", i%9)}
		}, "email", false},
		{"a number named customer and an address", "customer,email", func(i int) []string { return []string{fmt.Sprint(i % 9), fmt.Sprintf("u%d@a.cn", i%9)} }, "customer", false},
		{"a customer once each", "customer no,store", func(i int) []string { return []string{fmt.Sprint(900 + i), "A"} }, "customer no", true},
	} {
		text := tableOf(c.header+",date,amount", 60, func(i, column int) string {
			return append(c.first(i), day(i), fmt.Sprintf("%d.50", i+3))[column]
		})
		p, err := Sniff(Bytes("t.csv", []byte(text)), Format{})
		if err != nil {
			t.Fatal(c.name, err)
		}
		at := p.Mapping.Column(Customer)
		if at < 0 || p.Columns[at].Name != c.want || p.Kind != Orders {
			t.Errorf("%s: %s, %q, want %s", c.name, p.Kind, p.Mapping, c.want)
		}
		if warned(p, "ingest.customer-once") != c.once {
			t.Errorf("%s: doubt is %v", c.name, !c.once)
		}
	}
}

func TestTotalsOnEachLine(t *testing.T) {
	for name, c := range map[string]struct {
		amount func(order, line int) int
		want   bool
	}{
		"the order's total":  {func(order, _ int) int { return 7 + 3*order }, true},
		"the line's amount":  {func(order, line int) int { return 7 + 3*order + line }, false},
		"one price for all ": {func(int, int) int { return 10 }, false},
	} {
		text := tableOf("order id,customer,date,amount", 80, func(i, column int) string {
			order, line := i/2, i%2
			return []string{fmt.Sprint(order), fmt.Sprintf("K%d", order%9), fmt.Sprintf("2024-03-%02d", 1+order%28), fmt.Sprint(c.amount(order, line))}[column]
		})
		p, err := Sniff(Bytes("t.csv", []byte(text)), Format{})
		if err != nil || warned(p, "ingest.total-repeated") != c.want {
			t.Errorf("%s: %v, %+v", name, err, p.Warnings)
		}
	}
}

// A kind that a person has chosen decides what is proposed and asked for.
func TestSniffAs(t *testing.T) {
	text, _ := headerFile("customer id:u=; plan:t=; status:t=; start date:d=; amount:m=")
	for kind, want := range map[Kind]Mapping{
		"":            {Customer, Plan, Status, SignUp, Recurring},
		Subscriptions: {Customer, Plan, Status, SignUp, Recurring},
		Orders:        {Customer, Plan, Attribute, Date, Amount},
		Customers:     {Customer, Plan, Status, SignUp, Ignore},
	} {
		p, err := SniffAs(Bytes("t.csv", []byte(text)), Format{}, kind)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(p.Mapping, want) || kind != "" && p.Kind != kind {
			t.Errorf("as %q: %s, %q, want %q", kind, p.Kind, p.Mapping, want)
		}
	}
	p, err := SniffAs(Bytes("t.csv", []byte("name,city\nAnn,Rome\nBo,Oslo\n")), Format{}, Customers)
	if err != nil || warned(p, "ingest.role-unproposed") {
		t.Errorf("a list asks for dates or amounts: %v %+v", err, p.Warnings)
	}
	if p, _ = SniffAs(Bytes("t.csv", []byte(text)), Format{}, Orders); p.Preset != "" {
		t.Errorf("preset %q", p.Preset)
	}
}

// A preset is not pressed on a file that a person says is something else.
func TestChosenKindOverrulesPreset(t *testing.T) {
	i := slices.IndexFunc(presetCases, func(c presetCase) bool { return c.key == "stripe-subscriptions" })
	at := slices.IndexFunc(Presets, func(p Preset) bool { return p.Key == "stripe-subscriptions" })
	src := Bytes("t.csv", []byte(presetCases[i].text(Presets[at].Header)))
	if p, err := SniffAs(src, Format{}, Customers); err != nil || p.Preset != "" || p.Kind != Customers {
		t.Errorf("%v: %q, %s", err, p.Preset, p.Kind)
	}
}

func TestHeaderNamesAreFolded(t *testing.T) {
	for name, want := range map[string]string{"客戶編號": "客户编号", "訂單總額": "订单总额", "淨推薦值": "净推荐值", "Quantité": "Quantite", "plain": "plain"} {
		if got := headerName(name); got != want {
			t.Errorf("%s became %s", name, got)
		}
	}
	seen := map[rune]bool{}
	for i, r := range []rune(variants) {
		if i%2 == 0 && seen[r] {
			t.Errorf("%c stands twice", r)
		}
		seen[r] = seen[r] || i%2 == 0
	}
	if len([]rune(variants))%2 != 0 {
		t.Error("a character without its pair")
	}
}

// Names are read alike in whatever order, and no name breaks the reading.
func FuzzSenseOf(f *testing.F) {
	for _, s := range []string{"Customer ID", "客戶編號", "订单实付金额（元）", "", "\xff\xfe", "a_b__c", "How likely are you to recommend us?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		for _, m := range senseOf(name) {
			if m.weight > 100 || m.role == Ignore || senseOf(name).weight(m.role) != m.weight {
				t.Errorf("%q means %+v", name, m)
			}
		}
	})
}

func BenchmarkSniffWide(b *testing.B) {
	var names []string
	for _, p := range Presets[0].Roles {
		names = append(names, p.column)
	}
	text := tableOf(strings.Join(names, ",")+strings.Repeat(",Some other column", 60), 100, func(i, c int) string { return fmt.Sprint(i * c % 17) })
	src := Bytes("t.csv", []byte(text))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Sniff(src, Format{}); err != nil {
			b.Fatal(err)
		}
	}
}
