package ingest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis"
)

func TestIsNoSale(t *testing.T) {
	for value, want := range map[string]bool{
		"cancelled": true, "Canceled": true, " FAILED ": true, "ＦＡＩＬＥＤ": true, "refunded": true, "交易关闭": true, "\u3000等待买家付款": true, "訂單取消": true,
		"paid": false, "": false, "pending": false, "partially_refunded": false, "closed": false, "not cancelled": false, "cancel": false, "交易成功": false, "n/a": false,
	} {
		if got := IsNoSale(NoSaleStates, value); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
	if IsNoSale([]string{"", "n/a", " "}, "n/a") || IsNoSale(nil, "failed") {
		t.Error("what is missing, or not listed, is a state")
	}
}

func TestStatesAreTold(t *testing.T) {
	sales, seen := newStateSet(saleStates), map[string]bool{}
	for _, s := range NoSaleStates {
		if sales.match([]byte(s)) {
			t.Errorf("%q is a sale and none", s)
		}
		if seen[s] = true; !IsNoSale(NoSaleStates, s) {
			t.Errorf("%q is not found again", s)
		}
	}
}

// salesCases are files as shops write them, with what must come of them.
var salesCases = []struct {
	name, text, roles, log, out string
}{
	{"stripe", "id,Created (UTC),Amount,Amount Refunded,Status,Customer ID\n" +
		"ch_1,2024-03-05 10:00,10.00,0.00,Paid,cus_A\nch_2,2024-03-06 10:00,11.00,0.00,Failed,cus_A\nch_3,2024-03-07 10:00,12.00,12.00,Refunded,cus_B\n" +
		"ch_4,2024-03-08 10:00,13.00,3.00,Partially refunded,cus_B\nch_5,2024-03-09 10:00,14.00,0.00,canceled,cus_C\nch_6,2024-03-10 10:00,15.00,0.00,,cus_A\n",
		"id=order Created (UTC)=date Amount=amount Status=order-status Customer ID=customer",
		"cus_A:2024-03-05 10×1 cus_A:2024-03-10 15×1 cus_B:2024-03-08 13×1", "no-sale@3 no-sale@4 no-sale@6"},
	{"shopify, whose lines have a state on the order's first row only", "Name,Email,Financial Status,Created at,Total,Lineitem quantity,Lineitem price\n" +
		"#1,ann@a.com,paid,2025-10-07,30.00,2,10.00\n#1,ann@a.com,,2025-10-07,,1,10.00\n" +
		"#2,ann@a.com,voided,2025-10-08,30.00,2,10.00\n#2,ann@a.com,,2025-10-08,,1,10.00\n#3,bob@a.com,pending,2025-10-09,7.00,1,7.00\n#3,bob@a.com,,2025-10-09,,1,1.00\n",
		"Name=order Email=customer Financial Status=order-status Created at=date Lineitem quantity=quantity Lineitem price=price",
		"ann@a.com:2025-10-07 30×2 bob@a.com:2025-10-09 8×2", "no-sale@4 no-sale@5"},
	{"taobao, where an unpaid order has no day of payment", "订单编号,买家会员名,买家实际支付金额,订单状态,订单创建时间,订单付款时间\n" +
		"101,小猫咪,105.00,交易成功,2024-03-05 10:00:00,2024-03-05 10:01:00\n102,小猫咪,0.00,等待买家付款,2024-03-06 10:00:00,\n" +
		"103,小狗,60.00,交易关闭,2024-03-07 10:00:00,2024-03-07 10:01:00\n104,小狗,50.00,卖家已发货，等待买家确认,2024-04-05 10:00:00,2024-04-05 10:01:00\n",
		"订单编号=order 买家会员名=customer 买家实际支付金额=amount 订单状态=order-status 订单付款时间=date",
		"小狗:2024-04-05 50×1 小猫咪:2024-03-05 105×1", "no-sale@3 no-sale@4"},
	{"of no known program", "customer,date,amount,status\nA,2024-03-05,10,completed\nA,2024-03-06,11,Cancelled\nB,2024-03-07,12,completed\nB,2024-03-08,13,handed over\n",
		"customer=customer date=date amount=amount status=order-status", "A:2024-03-05 10×1 B:2024-03-07 12×1 B:2024-03-08 13×1", "no-sale@3"},
}

func TestNoSales(t *testing.T) {
	for _, c := range salesCases {
		t.Run(c.name, func(t *testing.T) {
			src := Bytes("t.csv", []byte(c.text))
			p, err := Sniff(src, Format{})
			if err != nil {
				t.Fatal(err)
			}
			if got := rolesByName(p); got != c.roles {
				t.Errorf("roles %s, want %s", got, c.roles)
			}
			table, err := Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
			if err != nil {
				t.Fatal(err)
			}
			checkBalance(t, table)
			if got := logText(table.Log()); got != c.log {
				t.Errorf("log %s, want %s", got, c.log)
			}
			if got := excludedText(table); got != c.out {
				t.Errorf("left out %s, want %s", got, c.out)
			}
			if len(table.Log().Kept) == 0 || slices.ContainsFunc(table.Log().Attributes, func(c analysis.Column) bool { return c.Role == string(OrderStatus) }) {
				t.Errorf("kept %+v", table.Log().Kept)
			}
			sameReadings(t, p.Format, p.Mapping, p.Rules, []byte(c.text))
			p.Rules.NoSale = nil
			all, err := Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
			if err != nil || strings.Contains(excludedText(all), string(NoSale)) {
				t.Errorf("without the rule: %v", err)
			}
		})
	}
}

func TestWhyNoSale(t *testing.T) {
	text := "id,day,amount,order,state\nA,2024-03-05,1,7,Failed\nA,2024-03-05,2,7,\nA,2024-03-06,2,8,paid\n"
	f := endlessFormatWithHeader()
	table, err := Read(context.Background(), Bytes("t.csv", []byte(text)), f, Mapping{Customer, Date, Amount, Order, OrderStatus}, Rules{NoSale: []string{"failed"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	l := table.Ledger()
	e := l.Exclusion(NoSale)
	if len(e.First) != 2 || e.Amount != analysis.MoneyOf(3) {
		t.Fatalf("%+v", e)
	}
	first, second := e.First[0], e.First[1]
	if first.Column != 5 || first.Text != "Failed" || first.Why.Key != "ingest.why-no-sale" || argument(first.Why, "state") != "Failed" {
		t.Errorf("%+v", first)
	}
	if second.Column != 4 || second.Text != "7" || second.Why.Key != "ingest.why-no-sale-order" || argument(second.Why, "order") != "7" {
		t.Errorf("%+v", second)
	}
	_, err = Read(context.Background(), Bytes("t.csv", []byte(text)), f, Mapping{Customer, Date, Amount, Order, OrderStatus}, Rules{NoSale: []string{"failed", "paid"}}, nil)
	if err == nil || !strings.Contains(fmt.Sprintf("%+v", err), "ingest.all-no-sale") {
		t.Errorf("of no sale at all: %v", err)
	}
}

func TestIsTotals(t *testing.T) {
	for text, want := range map[string]bool{"Total": true, "合 计:": true, "Summe": true, "GESAMT:": true, "Gesamtsumme": true, "Gesamtbetrag GmbH": false, "Sammy": false, "": false} {
		if got := isTotals([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A column of contract states, or of tickets, is no column of order states.
func TestStatusOfSomethingElse(t *testing.T) {
	for _, values := range [][]string{{"active", "cancelled", "active"}, {"open", "solved", "open"}, {"1", "2", "1"}, {"cancelled", "failed", "cancelled"}} {
		text := "customer,date,amount,order no,status\n"
		for i := range 30 {
			text += fmt.Sprintf("C%d,2024-03-%02d,%d.50,%d,%s\n", i%7, i%28+1, i, i+100, values[i%3])
		}
		p, err := Sniff(Bytes("t.csv", []byte(text)), Format{})
		if err != nil || p.Mapping.Column(OrderStatus) >= 0 {
			t.Errorf("%q: %v %v", values, p.Mapping, err)
		}
	}
	p, err := SniffAs(Bytes("t.csv", []byte("customer,sign-up date,payment status\nA,2024-03-05,paid\nB,2024-03-06,failed\n")), Format{}, Customers)
	if err != nil || p.Mapping.Column(OrderStatus) >= 0 {
		t.Errorf("of a list: %v %v", p.Mapping, err)
	}
}

// TestStateReadingsAgree puts rows together from states that are odd to read.
func TestStateReadingsAgree(t *testing.T) {
	states := []string{"paid", "failed", "Failed", "\"failed\"", " failed ", "", "\"\"", "null", "已取消", "a state of some length", "\"a, b\"", "\"fai\"\"led\"", "\u3000failed\u3000", "=\"failed\"", "\xff"}
	orders := []string{"1", "2", "\"1\"", "order-0003", "", " 2", "null"}
	ids := []string{"A", "B", "test", "", "customer-0001"}
	rng := rand.New(rand.NewPCG(9, 10))
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	left := 0
	for range 300 {
		var b strings.Builder
		plain := rng.IntN(2) > 0
		b.WriteString("state,id,order,day,amount\nsold,Z,99,2024-03-01,1\n")
		for range rng.IntN(40) {
			row := strings.Join([]string{pick(states), pick(ids), pick(orders), "2024-03-0" + pick([]string{"1", "2", "3", "x"}), pick([]string{"1", "2.50", "-3", "x"})}, ",")
			if plain {
				row = strings.ReplaceAll(row, "\"", "")
			}
			b.WriteString(row + "\n")
		}
		f, m := endlessFormatWithHeader(), Mapping{OrderStatus, Customer, Order, Date, Amount}
		rules := Rules{Test: []string{"test"}, NoSale: []string{"failed", "已取消", "fai\"led", "a state of some length"}, Refunds: RefundRules[rng.IntN(5)]}
		sameReadings(t, f, m, rules, []byte(b.String()))
		tables, _ := readings(f, m, rules, []byte(b.String()))
		l := tables[0].Ledger()
		left += l.Exclusion(NoSale).Rows
		if t.Failed() {
			t.Fatalf("reading %q", b.String())
		}
	}
	if left < 500 {
		t.Errorf("only %d rows were no sale", left)
	}
}

// A column of very many states is no reason to forget which are no sale.
func TestManyStates(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,day,amount,state\n")
	for i := range 3 * maxStates {
		state := fmt.Sprintf("state %d", i)
		if i%10 == 0 {
			state = "failed"
		}
		fmt.Fprintf(&b, "A,2024-03-05,1,%s\n", state)
	}
	m := Mapping{Customer, Date, Amount, OrderStatus}
	for _, drop := range []bool{false, true} {
		g, err := newIntake([]Input{{Bytes("t.csv", []byte(b.String())), endlessFormatWithHeader(), m}}, Options{Rules: Rules{NoSale: []string{"failed"}}})
		if err != nil {
			t.Fatal(err)
		}
		r := g.readers[0]
		if drop { // as if the column had been given up
			r.bind([]string{"id", "day", "amount", "state"})
			g.kept[0].drop()
		}
		if err := r.run(context.Background()); err != nil {
			t.Fatal(err)
		}
		if n := r.out.count(NoSale); n != (3*maxStates+9)/10 {
			t.Errorf("%d rows are no sale", n)
		}
		if table, err := g.table(); err != nil || !drop && table.Log().Kept[0].Texts.Len() != 3*maxStates-(3*maxStates+9)/10 {
			t.Errorf("texts are missing: %v", err)
		}
	}
}
