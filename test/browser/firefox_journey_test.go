package browser

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"churnbench/app/i18n"
	"churnbench/internal/firefox"
)

// A foxSession is a visit with a file read, in the Firefox that has saved what into saves.
type foxSession struct {
	*fox
	saves  string
	orders string // the file
	server *server
}

// TestFirefoxWork does what comes after the main job: it moves the ruler, undoes and
// redoes, works in the dark, goes by the palette, saves and copies a figure in every form,
// opens a customer and presents.
func TestFirefoxWork(t *testing.T) {
	f, profile := foxWithProfile(t)
	f.visitAndRead(profile)
	for _, part := range []struct {
		what string
		do   func(*foxSession)
	}{
		{"ruler, undo and redo", (*foxSession).ruler}, {"dark", (*foxSession).dark}, {"palette", (*foxSession).palette},
		{"figures", (*foxSession).figures}, {"card", (*foxSession).card}, {"presenter", (*foxSession).presenter},
	} {
		t.Run(part.what, func(t *testing.T) {
			f.t = t
			part.do(f)
		})
		f.t = t
		if t.Failed() {
			return // what follows stands on it
		}
	}
}

func foxWithProfile(t *testing.T) (*foxSession, string) {
	profile := newProfile(t)
	return &foxSession{fox: openFoxIn(t, profile), server: serve(t, filesOf(built), "/")}, profile
}

func (f *foxSession) visitAndRead(profile string) {
	f.t.Helper()
	f.saves, f.orders = firefox.Downloads(profile), ordersFile(f.t)
	f.visit(f.server.url("?lang=en"))
	f.wait(`churnbench.registration()?.active && !churnbench.registration().installing`)
	f.choose(f.orders)
	f.click("#read")
	f.settled()
}

// visit opens an address and waits until the page can work.
func (f *fox) visit(address string) {
	f.t.Helper()
	f.do(func(ctx context.Context) error { return f.tab.Visit(ctx, address) })
	f.wait(`document.documentElement.dataset.engine === "ready" && document.documentElement.dataset.lock === "locked"`)
}

func (f *fox) choose(path string) {
	f.t.Helper()
	f.wait(`document.querySelector("#drop")`)
	f.again(func(ctx context.Context) error { return f.tab.Choose(ctx, "#drop", path) })
}

func (f *fox) settled() {
	f.t.Helper()
	f.wait(`document.querySelector("#ledger") && !document.querySelector(".rail-item.busy")`)
}

// press presses keys together.
func (f *fox) press(keys ...string) {
	f.t.Helper()
	f.do(func(ctx context.Context) error { return f.tab.Press(ctx, keys...) })
}

// typed presses the keys of a text.
func (f *fox) typed(text string) {
	f.t.Helper()
	f.do(func(ctx context.Context) error { return f.tab.Type(ctx, text) })
}

func (f *foxSession) ruler() {
	f.see("definition")
	f.wait(`document.querySelector(".handle") && document.querySelector("#loss-days")?.innerText`)
	before := f.text("#loss-days")
	f.again(func(ctx context.Context) error { return f.tab.Drag(ctx, ".handle", 60, 0) })
	f.wait(fmt.Sprintf(`Number(document.querySelector("#loss-days").innerText) > %s && document.querySelector("#loss-window").value === document.querySelector("#loss-days").innerText`, before))
	after := f.text("#loss-days")
	f.wait(`!document.querySelector("#undo").disabled && !document.querySelector(".rail-item.busy")`)
	f.wait(`document.activeElement.classList.contains("handle")`)
	f.press(firefox.Control, "z")
	f.wait(fmt.Sprintf(`document.querySelector("#loss-days").innerText === %q && !document.querySelector(".rail-item.busy")`, before))
	f.press(firefox.Control, firefox.Shift, "z")
	f.wait(fmt.Sprintf(`document.querySelector("#loss-days").innerText === %q && !document.querySelector(".rail-item.busy")`, after))
	f.press(firefox.Right) // to a mark of the figure, or by a day: in any case it is the page's
	f.wait(fmt.Sprintf(`document.querySelector("#loss-window").value === String(%s + 1) && !document.querySelector(".rail-item.busy")`, after))
}

func (f *foxSession) dark() {
	const ground = `getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).slice(0, 3).map(Number).every((c) => c < 60)`
	f.wait("!(" + ground + ")")
	f.click("#theme")
	f.wait(ground)
}

func (f *foxSession) palette() {
	f.press(firefox.Control, "k")
	f.wait(`document.activeElement?.id === "palette-query" && document.querySelector(".palette-option")`)
	f.typed("clusters")
	f.wait(`document.querySelectorAll(".palette-option").length === 1`)
	f.press(firefox.Enter)
	f.wait(`location.hash === "#/segments" && !document.querySelector("dialog[open]")`)
	f.wait(`document.querySelector("#segments-clusters")?.getAttribute("aria-selected") === "true"`)
	f.press(firefox.F1)
	f.wait(`document.querySelector("#explanation[open]") && document.activeElement.id === "explanation-title"`)
	f.press(firefox.Escape)
	f.wait(`!document.querySelector("dialog[open]")`)
}

// figures saves a figure in each form, and has it copied.
func (f *foxSession) figures() {
	f.see("retention")
	const aPNG = "\x89PNG\r\n"
	for item, begins := range map[i18n.Key]string{"ui.figure.png": aPNG, "ui.figure.png2": aPNG, "ui.figure.svg": "<svg", "ui.figure.csv": "\ufeff"} {
		f.fromMenu(item)
		body := f.saved()
		if !bytes.HasPrefix(body, []byte(begins)) {
			f.t.Errorf("%s begins with %.40q", item, body)
			continue
		}
		if begins == aPNG {
			f.picture(body)
		}
	}
	f.fromMenu("ui.figure.copy")
	f.wait(`document.querySelector(".toasts").innerText.includes("Copied to the clipboard")`)
}

// picture holds that something is drawn upon white.
func (f *foxSession) picture(body []byte) {
	f.t.Helper()
	picture, err := png.Decode(bytes.NewReader(body))
	if err != nil {
		f.t.Fatal(err)
	}
	if r, g, b, _ := picture.At(2, 2).RGBA(); r+g+b != 3*0xffff {
		f.t.Error("the picture is not on white")
	}
	inked := 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if r, _, _, _ := picture.At(x, y).RGBA(); r < 0x8000 {
				inked++
			}
		}
	}
	if inked < 1000 {
		f.t.Errorf("the picture has %d dark pixels", inked)
	}
}

// fromMenu presses an item of the retention curve's menu.
func (f *foxSession) fromMenu(item i18n.Key) {
	f.t.Helper()
	f.click("#retention-curve-menu")
	f.wait(fmt.Sprintf(`[...document.querySelectorAll("#retention-curve-menu-list .button")].some((b) => b.innerText.trim() === %q && (b.id = "meant"))`, i18n.T(i18n.English, item)))
	f.click("#meant")
	f.wait(`!document.querySelector("#retention-curve-menu-list") && document.activeElement.id === "retention-curve-menu"`)
}

// saved waits for a whole file, takes it away and returns it.
func (f *foxSession) saved() []byte {
	f.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		files, _ := filepath.Glob(filepath.Join(f.saves, "*"))
		if len(files) != 1 || strings.HasSuffix(files[0], ".part") {
			continue
		}
		if body, err := os.ReadFile(files[0]); err == nil && len(body) > 0 {
			os.Remove(files[0])
			return body
		}
	}
	files, _ := filepath.Glob(filepath.Join(f.saves, "*"))
	f.t.Fatalf("no single file was saved, but %q\n%s", files, f.text(".toasts"))
	return nil
}

func (f *foxSession) card() {
	f.see("customers")
	f.click(`#customers [data-row="1"] td`)
	f.wait(`document.querySelector("#customer[open] .timeline") && document.activeElement.id === "customer-title"`)
	title := f.text("#customer-title")
	f.press("n")
	f.wait(fmt.Sprintf(`document.querySelector("#customer[open] .timeline") && document.querySelector("#customer-title").innerText !== %q`, title))
	f.press(firefox.Escape)
	f.wait(`!document.querySelector("dialog[open]") && document.activeElement.id === "customers"`)
}

// presenter shows two figures and comes back. A Firefox without a screen gives nobody the
// whole of it: the window is enough, as it is wherever that is refused.
func (f *foxSession) presenter() {
	f.see("retention")
	f.wait(`document.activeElement.id === "title" && document.querySelector("table.cohort")`)
	f.press("p")
	f.wait(`document.querySelector("#presenter[open] .figure-drawing svg")`)
	f.press(firefox.Right)
	f.wait(`document.querySelector(".presenter-count").innerText.startsWith("2 / ")`)
	f.press(firefox.Escape)
	f.wait(`!document.querySelector("dialog[open]")`)
	f.wait(`document.activeElement.id === "title"`)
}
