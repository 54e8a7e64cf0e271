package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"churnbench/internal/debian"
)

// axeScript returns the source of axe-core, which npm brings as the lock file
// in the folder axe says. Where npm is missing, apt may bring it.
var axeScript = sync.OnceValues(func() (string, error) {
	if _, err := exec.LookPath("npm"); err != nil {
		if err := debian.Install("npm"); err != nil {
			return "", fmt.Errorf("npm is needed to bring axe-core: %w", err)
		}
	}
	cmd := exec.Command("npm", "ci", "--no-audit", "--no-fund")
	cmd.Dir = "axe"
	if report, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("npm ci: %w\n%s", err, report)
	}
	body, err := os.ReadFile(filepath.Join("axe", "node_modules", "axe-core", "axe.min.js"))
	return string(body), err
})

// A violation is what axe reports of one rule.
type violation struct {
	ID, Impact string
	Nodes      []struct {
		HTML           string
		FailureSummary string
	}
}

// check runs axe on what the page shows. Where axe-core cannot be had it checks nothing,
// and says so once.
func (tb *tab) check(what string) {
	tb.t.Helper()
	script, err := axeScript()
	if err != nil {
		tb.withoutAxe.Do(func() { tb.t.Log("without axe:", err) })
		return
	}
	// What is being asked again is pale until its answer is there; the gallery shows it so for ever.
	tb.wait(`location.hash === "#/gallery" || !document.querySelector(".refreshing, .rail-item.busy, .figure[aria-busy=true]")`)
	if !eval[bool](tb, `"axe" in window`) {
		eval[any](tb, script+"; void 0")
	}
	// Colours on their way from one theme to another are nobody's contrast. What follows a
	// scroll bar never ends.
	report := eval[string](tb, `Promise.allSettled(document.getAnimations()
		.filter((a) => a.timeline === document.timeline && a.effect.getComputedTiming().iterations !== Infinity).map((a) => a.finished))
		.then(() => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}))
		.then((r) => JSON.stringify(r.violations))`)
	var found []violation
	if err := json.Unmarshal([]byte(report), &found); err != nil {
		tb.t.Fatal(err)
	}
	for _, v := range found {
		for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
			tb.t.Errorf("%s: %s (%s, %d places)\n%.300s\n%s", what, v.ID, v.Impact, len(v.Nodes), n.HTML, n.FailureSummary)
		}
	}
}

// TestAccessibility checks every screen by axe, empty and with data, in both
// themes and languages, wide and narrow.
func TestAccessibility(t *testing.T) {
	if _, err := axeScript(); err != nil {
		t.Skip(err)
	}
	page, pieces := singleFile(t), single(t, next)
	tb := open(t)
	for _, l := range looks {
		name := l.String()
		tb.meet(page, l)
		for _, route := range []string{"data", "definition", "overview", "retention", "customers", "privacy", "help"} {
			tb.see(route, "main h1, main h2")
			tb.check(name + " empty #/" + route)
		}
		tb.see("data", "#sample-shop")
		tb.sample("shop")
		for _, screen := range screens {
			tb.see(screen.route, screen.proof)
			tb.check(name + " #/" + screen.route)
		}
		for _, tabs := range []struct{ route, tab string }{{"retention", "#retention-survival"}, {"retention", "#retention-hazards"}, {"value", "#value-fit"}} {
			tb.see(tabs.route, tabs.tab)
			tb.press(tabs.tab)
			tb.check(name + " " + tabs.tab)
		}
		tb.meet(page, l)
		tb.sample("membership")
		tb.check(name + " contracts")
		tb.see("segments", ".empty")
		tb.check(name + " segments without orders")
		tb.meet(pieces, l)
		tb.see("gallery", "main h1, main h2")
		tb.check(name + " #/gallery")
	}
}
