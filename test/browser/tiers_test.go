package browser

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestTierTabs goes through the tabs of concentration, clusters and key customers, with axe on each,
// in both languages, themes and widths.
func TestTierTabs(t *testing.T) {
	tb := open(t)
	tb.inLooks(dusk, "shop", func(name string) {
		tb.see("segments", "#segments-spread")
		for _, step := range []struct{ press, proof string }{
			{"#segments-spread", "#tiers"},
			{`input[name=cutting][value="cutting-deciles"]`, "#tiers tbody tr:nth-child(10)"},
			{"#segments-clusters", "#clusters"},
			{`input[name=clusters-k][value="4"]`, "#cluster-3"},
			{"#segments-keys", "#keys"},
			{`input[name=keys-top][value="10"]`, "#keys tbody tr:last-child #key-9"},
		} {
			tb.press(step.press)
			tb.wait(fmt.Sprintf(`document.querySelector(%q)`, step.proof))
			tb.check(name + " " + step.press)
			tb.sane(name + " " + step.press)
		}
	})
}

// TestLorenzRuler moves the share of the best by keyboard, mouse and touch: figure, finding and
// first number say the same.
func TestLorenzRuler(t *testing.T) {
	tb := open(t)
	tb.meet(singleFile(t), desk)
	tb.sample("shop")
	tb.see("segments", "#segments-spread")
	tb.press("#segments-spread")
	stands := func(best int) {
		t.Helper()
		tb.wait(fmt.Sprintf(`document.querySelector(".handle")?.getAttribute("aria-valuenow") === "%d"
			&& document.querySelector("#finding").innerText.startsWith("The best %d")`, 100-best, best))
	}
	stands(20)
	tb.keys(".handle", kb.ArrowLeft, kb.ArrowLeft)
	stands(22)
	tb.keys(".handle", kb.Home)
	stands(99)
	tb.keys(".handle", kb.End, kb.ArrowLeft, kb.ArrowLeft, kb.ArrowLeft, kb.ArrowLeft)
	stands(5)

	// middle is where the ruler stands, on the screen, and how wide one per cent is there.
	middle := func() (x, y, percent float64) {
		eval[any](tb, `void document.querySelector(".handle").scrollIntoView({block: "center"})`)
		at := eval[[]float64](tb, `(() => {
			const box = document.querySelector(".handle").getBoundingClientRect()
			const stage = document.querySelector(".figure-stage").getBoundingClientRect()
			return [box.x + box.width/2, box.y + box.height/2, stage.width]
		})()`)
		return at[0], at[1], at[2] * .0082
	}
	x, y, percent := middle()
	tb.do(chromedp.DragAndDropXY(x, y, x-25*percent, y))
	tb.wait(`Math.abs(document.querySelector(".handle").getAttribute("aria-valuenow") - 70) < 6`)
	tb.wait(`document.querySelector("#finding").innerText.startsWith("The best " + (100 - document.querySelector(".handle").getAttribute("aria-valuenow")))`)
	now := eval[int](tb, `100 - document.querySelector(".handle").getAttribute("aria-valuenow")`)

	x, y, percent = middle()
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		tb.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
			return err
		}))
	}
	touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y})
	for step := range 5 {
		touch(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: x + float64(4*(step+1))*percent, Y: y})
	}
	touch(input.DispatchTouchEventTypeTouchEnd)
	// The ruler may still be on its way: only where it comes to rest does the finding agree.
	tb.wait(fmt.Sprintf(`(at => at > %d && document.querySelector("#finding").innerText.startsWith("The best " + (100 - at)))(
		Number(document.querySelector(".handle").getAttribute("aria-valuenow")))`, 100-now+10))
}

// TestClusterNames names a cluster: the cross table and the export say it, another question does not,
// and the same question does again.
func TestClusterNames(t *testing.T) {
	dir := t.TempDir()
	tb := open(t)
	tb.download(dir)
	tb.meet(singleFile(t), desk)
	tb.sample("shop")
	tb.see("segments", "#segments-clusters")
	tb.press("#segments-clusters")
	tb.press(`input[name=clusters-k][value="3"]`)
	tb.wait(`document.querySelector("#cluster-2") && !document.querySelector("#searching")`)
	eval[any](tb, `(() => {
		const field = document.querySelector("#cluster-1")
		field.value = "Regulars"
		field.dispatchEvent(new Event("change", {bubbles: true}))
	})()`)
	says := `[...document.querySelectorAll("main th")].some((h) => h.innerText === "Regulars")`
	tb.wait(says)
	tb.press("#save-clusters")
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(newest(t, dir), []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, row := range rows {
		if (row[1] == "B") != (row[2] == "Regulars") {
			t.Fatalf("the export has %q", row)
		}
		if row[2] == "Regulars" {
			named++
		}
	}
	if named == 0 {
		t.Error("the export has nobody in the cluster that was named")
	}
	tb.press(`input[name=clusters-k][value="5"]`)
	tb.wait(`document.querySelector("#cluster-4") && !document.querySelector("#searching")`)
	if eval[bool](tb, says) {
		t.Error("a cluster of five has the name of one of three")
	}
	tb.press(`input[name=clusters-k][value="3"]`)
	tb.wait(`!document.querySelector("#cluster-4") && ` + says)
}

// TestKeyCustomerWeights gives all weight to revenue, which leaves nothing to weigh, and opens the first
// customer's card.
func TestKeyCustomerWeights(t *testing.T) {
	tb := open(t)
	tb.meet(singleFile(t), desk)
	tb.sample("shop")
	tb.see("segments", "#segments-keys")
	tb.press("#segments-keys")
	tb.wait(`document.querySelector("#key-19")`)
	for j := 1; j < 4; j++ {
		tb.keys(fmt.Sprintf("#weight-%d", j), kb.Home)
	}
	tb.wait(`document.querySelector("#keys tbody tr td:nth-child(4)").innerText === "—" && document.querySelectorAll("#keys thead th").length === 8`)
	first := tb.text("#key-0")
	tb.press("#key-0")
	tb.wait(`location.hash === "#/customers" && document.querySelector("#customer[open] .timeline")`)
	if card := tb.text("#customer"); !strings.Contains(card, first) {
		t.Errorf("the card of %s is:\n%.300s", first, card)
	}
}
