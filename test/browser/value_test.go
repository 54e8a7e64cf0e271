package browser

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// TestValueScreens goes through every tab of Value, a regression on attributes, a
// bootstrap, a customer's card and the self-check, with axe after each step, in both
// languages, themes and widths.
func TestValueScreens(t *testing.T) {
	tb := open(t)
	tb.inLooks(dusk, "shop", func(name string) {
		tb.see("value", "#sure")
		for _, step := range []struct{ press, proof string }{
			{"#value-worth", "#newcomer"},
			{"#value-drivers", "#elasticities"},
			{"#covariate-0", "#base-0"},
			{"#regress", "#effects"},
			{"#value-models", "#contest"},
			{"#value-fit", ".fits"},
			{"#value-doctor", "#doctor"},
		} {
			tb.press(step.press)
			tb.wait(fmt.Sprintf(`document.querySelector(%q)`, step.proof))
			tb.check(name + " " + step.press)
			tb.sane(name + " " + step.press)
		}
		tb.card(name)
		tb.see("selfcheck", "#check")
		tb.press("#check")
		tb.wait(`document.querySelector("#verdict")`)
		tb.check(name + " self-check")
	})
}

// card opens a customer as Enter does, and leaves as Escape does, which a browser turns
// into closing the dialog.
func (tb *tab) card(name string) {
	tb.t.Helper()
	tb.see("customers", `#customers [data-row="2"] td`)
	tb.check(name + " customers")
	eval[any](tb, `(() => {
		const grid = document.querySelector("#customers")
		grid.focus()
		grid.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))
	})()`)
	tb.wait(`document.querySelector("#customer[open] .timeline")`)
	tb.check(name + " card")
	eval[any](tb, `void document.querySelector("#customer").close()`)
	tb.wait(`!document.querySelector("#customer[open]") && document.activeElement.id === "customers"`)
}

// TestBootstrapInWorkers stops a bootstrap, which leaves the engine and its answers as
// they are, and holds the digits of another against those of a single thread.
func TestBootstrapInWorkers(t *testing.T) {
	tb := open(t)
	tb.meet(singleFile(t), desk)
	tb.sample("shop")
	tb.see("value", "#bootstrap")
	tb.press("#bootstrap")
	tb.press("#sure .progress button")
	tb.wait(`document.querySelector("#bootstrap")`)
	if state := eval[string](tb, `document.documentElement.dataset.engine`); state == "starting" || state == "crashed" {
		t.Errorf("after a stopped bootstrap the engine is %s", state)
	}
	tb.press("#bootstrap")
	tb.wait(`document.querySelector("#sure p.foot[role=status]")`)
	equity := shopBootstrap(t).Equity
	for _, v := range []float64{equity.Low, equity.High, equity.SE} {
		if want := locale.English.MoneyWhole(v, "USD"); !strings.Contains(tb.text("#sure"), want) {
			t.Errorf("the page does not show %s:\n%s", want, tb.text("#sure"))
		}
	}
}

// shopBootstrap computes what the page is to show, without its workers.
func shopBootstrap(t *testing.T) clv.Intervals {
	t.Helper()
	e := local.New(func(uint32) (ingest.Source, error) { return nil, fmt.Errorf("no file") }, i18n.Word)
	ctx, ref := context.Background(), engine.SourceRef{Sample: "shop", Lang: "en"}
	p, err := e.Preview(ctx, engine.PreviewRequest{Source: ref})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Load(ctx, engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules}); err != nil {
		t.Fatal(err)
	}
	intervals, err := e.Bootstrap(ctx, engine.BootstrapRequest{Options: clv.Options{Horizon: 12, DiscountRate: 0.10, Margin: 1}, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return intervals
}
