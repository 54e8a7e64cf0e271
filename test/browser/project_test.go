package browser

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// lost is how the top bar says that customers count as lost.
const lost = `.facts [href="#/definition"]`

// TestProject changes the definition of loss, takes it back and makes it again by the
// keyboard, saves the project while its name is still being typed, and opens it in another
// browser: the same questions, the same digits. So says the command line, which is another
// program on another processor.
func TestProject(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb, dir := open(t), t.TempDir()
	tb.download(dir)
	tb.visit(s.url("?lang=en"))
	tb.ready()
	tb.sample("shop")
	proposed := tb.text(lost)
	tb.redefine()
	chosen := tb.text(lost)

	tb.see("value", "#title")
	eval[any](tb, `void document.querySelector("#title").focus()`)
	tb.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(ctrl)))
	tb.wait(`location.hash === "#/definition" && /Undone: Definition/.test(document.querySelector(".toasts").innerText)`)
	tb.settledScreens()
	if got := tb.text(lost); got != proposed {
		t.Errorf("undo leads to %q, want %q", got, proposed)
	}
	if !eval[bool](tb, `document.querySelector("#undo").disabled && !document.querySelector("#redo").disabled`) {
		t.Error("there is more to undo, or nothing to redo")
	}
	tb.do(chromedp.KeyEvent("Z", chromedp.KeyModifiers(ctrl|chromedp.ModifierShift)))
	tb.wait(`/Redone: Definition/.test(document.querySelector(".toasts").innerText)`)
	tb.settledScreens()
	if got := tb.text(lost); got != chosen {
		t.Errorf("redo leads to %q, want %q", got, chosen)
	}

	tb.see("project", "#project-name")
	eval[any](tb, `void document.querySelector("#project-name").focus()`)
	tb.do(chromedp.KeyEvent("Acme"))
	tb.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(ctrl))) // the field's own
	if got := tb.text(lost); got != chosen {
		t.Error("undoing in a field has undone the definition")
	}
	tb.do(chromedp.KeyEvent("Acme"))
	s.requests()
	tb.do(chromedp.KeyEvent("s", chromedp.KeyModifiers(ctrl)))
	file := newest(t, dir)
	if !bytes.Contains(file, []byte("Acme")) {
		t.Error("the name that was being typed is not saved")
	}
	tb.wait(`document.querySelector("#project-receipts-list code")`)
	digests := tb.text("#project-receipts-list")
	if asked := s.requests(); len(asked) > 0 {
		t.Errorf("saving asked the host for %q", asked)
	}
	path := filepath.Join(t.TempDir(), "acme.churn")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	tb.close()

	tb = open(t)
	tb.visit(s.url("?lang=en"))
	tb.ready()
	tb.choose(path)
	tb.settled()
	if got := tb.text(lost); got != chosen {
		t.Errorf("opened again it says %q, want %q", got, chosen)
	}
	tb.wait(`document.querySelector(".page-notices [href='#/project']")`)
	tb.see("project", "#project-verdict")
	if got := tb.text("#project-verdict"); !strings.Contains(got, "Same digits") {
		t.Errorf("the verdict is %q", got)
	}
	if got := tb.text("#project-receipts-list"); got != digests {
		t.Errorf("the receipts are\n%s\nwant\n%s", got, digests)
	}

	out, err := exec.Command("go", "run", "churnbench/cmd/churn", "run", path, "--lang", "en").CombinedOutput()
	receipts := bytes.Count(file, []byte(`"digest"`))
	if same := bytes.Count(out, []byte("same digits")); err != nil || receipts == 0 || same != receipts {
		t.Errorf("%d of %d answers have the same digits on the command line (%v)\n%s", same, receipts, err, out)
	}
}
