package data

import (
	"slices"
	"testing"

	"churnbench/analysis/ingest"
)

func TestPatterns(t *testing.T) {
	got := patterns(" test*\n\n测试*\r\ntest*\n")
	if !slices.Equal(got, []string{"test*", "测试*"}) {
		t.Errorf("%q", got)
	}
}

func TestSwitchTests(t *testing.T) {
	var r ingest.Rules
	switchTests(&r, true)
	if !slices.Equal(r.Test, ingest.ExcludeTests) {
		t.Errorf("on: %q", r.Test)
	}
	r.Test[0] = "changed"
	if ingest.ExcludeTests[0] == "changed" {
		t.Error("the default patterns can be changed")
	}
	if switchTests(&r, false); r.Test != nil {
		t.Errorf("off: %q", r.Test)
	}
}

func TestSwitchNoSale(t *testing.T) {
	var r ingest.Rules
	if switchNoSale(&r, true); !slices.Equal(r.NoSale, ingest.NoSaleStates) {
		t.Errorf("on: %q", r.NoSale)
	}
	r.NoSale[0] = "changed"
	if ingest.NoSaleStates[0] == "changed" {
		t.Error("the default states can be changed")
	}
	if switchNoSale(&r, false); r.NoSale != nil {
		t.Errorf("off: %q", r.NoSale)
	}
}

// The list is shown only where orders tell their states.
func TestTellsStates(t *testing.T) {
	m := ingest.Mapping{ingest.Customer, ingest.OrderStatus}
	for _, c := range []struct {
		items []*Item
		want  bool
	}{{nil, false}, {[]*Item{{Kind: ingest.Orders}}, false}, {[]*Item{{Kind: ingest.Customers, Mapping: m}}, false}, {[]*Item{{Kind: ingest.Orders, Mapping: m}}, true}} {
		b := Basket{Items: c.items}
		if b.tellsStates() != c.want {
			t.Errorf("%d items: %v", len(c.items), !c.want)
		}
	}
}

func TestSkipOf(t *testing.T) {
	for text, want := range map[string]ingest.Skip{"3": 3, "0": ingest.NoSkip, "": ingest.NoSkip} {
		if got, ok := skipOf(text); !ok || got != want {
			t.Errorf("%q: %d %v", text, got, ok)
		}
	}
	for _, text := range []string{"x", "-1", "1000", "1.5"} {
		if _, ok := skipOf(text); ok {
			t.Errorf("%q is a number of lines", text)
		}
	}
}

func TestEveryRoleIsOfferedOnce(t *testing.T) {
	var offered []ingest.Role
	for _, g := range roleGroups {
		offered = append(offered, g.roles...)
	}
	if !slices.Equal(offered, ingest.Roles) {
		t.Errorf("offered %v\nwant %v", offered, ingest.Roles)
	}
}
