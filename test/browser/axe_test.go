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

// check waits until every answer is there and runs axe on what the page shows. It returns
// how many rules were broken.
func (tb *tab) check(what string) (broken int) {
	tb.t.Helper()
	// The gallery shows what is being asked again for ever.
	tb.wait(`location.hash === "#/gallery" || !document.querySelector(".refreshing, .rail-item.busy, .figure[aria-busy=true]")`)
	return tb.axe(what)
}

// axe runs axe on what the page shows now. Where axe-core cannot be had it checks nothing,
// and says so once. What is pale because it is being asked again need not have the contrast
// of what can be read: the rest must.
func (tb *tab) axe(what string) (broken int) {
	tb.t.Helper()
	script, err := axeScript()
	if err != nil {
		tb.withoutAxe.Do(func() { tb.t.Log("without axe:", err) })
		return 0
	}
	if !eval[bool](tb, `"axe" in window`) {
		eval[any](tb, script+"; void 0")
	}
	// Colours on their way from one theme to another are nobody's contrast. What follows a
	// scroll bar never ends.
	report := eval[string](tb, `Promise.allSettled(document.getAnimations()
		.filter((a) => a.timeline === document.timeline && a.effect.getComputedTiming().iterations !== Infinity).map((a) => a.finished))
		.then(() => axe.run(document, {elementRef: true, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}))
		.then((r) => {
			for (const v of r.violations) {
				if (v.id === "color-contrast") v.nodes = v.nodes.filter((n) => !n.element?.closest(".refreshing, .stale"))
				v.nodes = v.nodes.map(({html, failureSummary}) => ({html, failureSummary}))
			}
			return JSON.stringify(r.violations.filter((v) => v.nodes.length))
		})`)
	var found []violation
	if err := json.Unmarshal([]byte(report), &found); err != nil {
		tb.t.Fatal(err)
	}
	for _, v := range found {
		for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
			tb.t.Errorf("%s: %s (%s, %d places)\n%.300s\n%s", what, v.ID, v.Impact, len(v.Nodes), n.HTML, n.FailureSummary)
		}
	}
	return len(found)
}

// TestPiecesAccessibility checks the gallery by axe: every piece in every state.
func TestPiecesAccessibility(t *testing.T) {
	if _, err := axeScript(); err != nil {
		t.Skip(err)
	}
	page := single(t, next)
	tb := open(t)
	for _, l := range looks {
		tb.meet(page, l)
		tb.see("gallery", "main h1, main h2")
		tb.check(l.String() + " #/gallery")
	}
}
