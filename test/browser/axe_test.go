package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// axeScript returns the source of axe-core, which npm brings as the lock file
// in the folder axe says. Where npm is missing, apt may bring it.
var axeScript = sync.OnceValues(func() (string, error) {
	if _, err := exec.LookPath("npm"); err != nil {
		if err := aptInstall("npm"); err != nil {
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

func aptInstall(name string) error {
	if os.Geteuid() != 0 {
		return fmt.Errorf("install Debian's %s", name)
	}
	if report, err := exec.Command("apt-get", "install", "-q", "-y", "--no-install-recommends", name).CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, report)
	}
	return nil
}

// A violation is what axe reports of one rule.
type violation struct {
	ID, Impact string
	Nodes      []struct {
		HTML           string
		FailureSummary string
	}
}

// check runs axe on what the page shows.
func (tb *tab) check(what string) {
	tb.t.Helper()
	// What is being asked again is pale until its answer is there; the gallery shows it so for ever.
	tb.wait(`location.hash === "#/gallery" || !document.querySelector(".refreshing, .rail-item.busy, .figure[aria-busy=true]")`)
	// Colours on their way from one theme to another are nobody's contrast.
	report := eval[string](tb, `Promise.allSettled(document.getAnimations()
		.filter((a) => a.effect.getComputedTiming().iterations !== Infinity).map((a) => a.finished))
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
	script, err := axeScript()
	if err != nil {
		t.Skip(err)
	}
	page := singleFile(t)
	tb := open(t)
	for _, c := range []struct {
		lang, theme   string
		width, height int64
	}{
		{"en", "light", 1440, 900},
		{"zh", "dark", 390, 844},
	} {
		name := strings.Join([]string{c.lang, c.theme}, " ")
		tb.do(chromedp.EmulateViewport(c.width, c.height))
		tb.visit(page + "?lang=" + c.lang)
		tb.ready()
		eval[any](tb, fmt.Sprintf(`void document.documentElement.setAttribute("data-theme", %q)`, c.theme))
		eval[any](tb, script+"; void 0")
		for _, route := range []string{"data", "definition", "overview", "retention", "customers", "privacy", "help"} {
			tb.see(route, "main h1, main h2")
			tb.check(name + " empty #/" + route)
		}
		tb.see("data", "#sample-shop")
		tb.press("#sample-shop")
		tb.settled()
		for _, screen := range screens {
			tb.see(screen.route, screen.proof)
			tb.check(name + " #/" + screen.route)
		}
		for _, tabs := range []struct{ route, tab string }{{"retention", "#retention-survival"}, {"retention", "#retention-hazards"}, {"value", "#value-fit"}} {
			tb.see(tabs.route, tabs.tab)
			tb.press(tabs.tab)
			tb.check(name + " " + tabs.tab)
		}
		tb.visit(page + "?lang=" + c.lang)
		tb.ready()
		eval[any](tb, fmt.Sprintf(`void document.documentElement.setAttribute("data-theme", %q)`, c.theme))
		eval[any](tb, script+"; void 0")
		tb.press("#sample-membership")
		tb.settled()
		tb.check(name + " contracts")
		tb.see("segments", ".empty")
		tb.check(name + " segments without orders")
		tb.visit(single(t, next) + "?lang=" + c.lang)
		tb.ready()
		eval[any](tb, fmt.Sprintf(`void document.documentElement.setAttribute("data-theme", %q)`, c.theme))
		eval[any](tb, script+"; void 0")
		tb.see("gallery", "main h1, main h2")
		tb.check(name + " #/gallery")
	}
}
