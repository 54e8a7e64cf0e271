package browser

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"churnbench/app/i18n"
)

// liveFigure does to one figure what a person may: it walks the marks, taps one, hides and
// isolates series, and looks closer at a part. It returns what went wrong.
const liveFigure = `(async (index) => {
	const stage = document.querySelectorAll(".figure-stage")[index], figure = stage.closest("figure"), wrong = []
	const pause = () => new Promise(done => setTimeout(done, 15))
	const until = async (holds) => { for (let i = 0; i < 400; i++) { if (holds()) return true; await pause() } return false }
	const want = async (what, holds) => { if (!await until(holds)) wrong.push(what) }
	const key = (name, more) => stage.dispatchEvent(new KeyboardEvent("keydown", {key: name, bubbles: true, cancelable: true, ...more}))
	const tip = () => stage.querySelector(".tip")
	const inside = () => {
		const box = tip()?.getBoundingClientRect()
		return box && box.left >= 0 && box.top >= 0 && box.right <= document.documentElement.clientWidth && box.bottom <= innerHeight
	}
	stage.scrollIntoView({block: "center"})
	stage.focus()
	for (const walk of ["ArrowRight", "End", "ArrowLeft", "Home", "ArrowDown"]) {
		key(walk)
		await want(walk + " shows nothing", () => tip() && tip().innerText.trim().length > 2)
		await want(walk + " shows a tip outside the window", inside)
		await want(walk + " says nothing", () => figure.querySelector("[role=status]").textContent.length > 2)
	}
	const ring = stage.querySelector(".ring")?.getBoundingClientRect()
	key("Escape")
	await want("Escape leaves the tip", () => !tip())
	if (ring) {
		const at = {clientX: ring.x + ring.width/2, clientY: ring.y + ring.height/2, bubbles: true, pointerType: "touch", isPrimary: true, pointerId: 1}
		stage.dispatchEvent(new PointerEvent("pointerdown", at))
		stage.dispatchEvent(new PointerEvent("pointerup", at))
		stage.dispatchEvent(new MouseEvent("click", at))
		await want("a tap shows nothing", () => tip())
		stage.blur()
		await want("a tap elsewhere leaves the tip", () => !tip())
	}
	const hidden = (i) => [...stage.querySelectorAll(".series-" + i)].every(g => getComputedStyle(g).display === "none")
	const entries = () => [...figure.querySelectorAll(".legend-item")]
	for (let i = 0; i < entries().length; i++) {
		if (!stage.querySelector(".series-" + i)) continue
		entries()[i].click()
		await want("series " + i + " stays", () => hidden(i) && entries()[i].getAttribute("aria-pressed") === "false")
		entries()[i].click()
		await want("series " + i + " does not come back", () => !hidden(i) && entries()[i].getAttribute("aria-pressed") === "true")
	}
	if (entries().length > 1) {
		const alone = () => entries()[0].dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", shiftKey: true, bubbles: true, cancelable: true}))
		alone()
		await want("the first series does not stand alone", () => entries().every((e, i) => (e.getAttribute("aria-pressed") === "true") === (i === 0)))
		alone()
		await want("the others do not come back", () => entries().every(e => e.getAttribute("aria-pressed") === "true"))
	}
	if (stage.classList.contains("zooms")) {
		const drawing = () => stage.querySelector(".figure-drawing").innerHTML, whole = drawing()
		stage.focus()
		key("Home")
		await until(() => tip())
		for (let i = 0; i < 4; i++) { key("ArrowRight", {shiftKey: true}); await pause() }
		await want("Shift marks nothing", () => stage.querySelector(".brush")?.getAttribute("width") > 2)
		key("Enter")
		await want("Enter does not look closer", () => figure.querySelector(".figure-part") && drawing() !== whole)
		const text = figure.querySelector(".figure-part span")?.textContent
		await want("the description does not tell the part", () => figure.querySelector(".visually-hidden").textContent.includes(text))
		key("Escape")
		await want("Escape does not go back", () => !figure.querySelector(".figure-part") && drawing() === whole)
		if (getComputedStyle(stage).touchAction !== "pan-y pinch-zoom") wrong.push("a finger cannot scroll the page over it")
	}
	return wrong
})`

// TestLiveFigures does so to every figure on every screen and tab.
func TestLiveFigures(t *testing.T) {
	page := singleFile(t)
	tb := open(t)
	seen := map[string]bool{}
	for _, c := range []struct {
		look
		samples []string
	}{{desk, []string{"shop", "membership"}}, {phone, []string{"accounts"}}} {
		for _, sample := range c.samples {
			tb.meet(page, c.look)
			tb.sample(sample)
			for _, route := range []string{"definition", "overview", "retention", "segments", "value"} {
				tb.see(route, "main h1")
				tabs := eval[[]string](tb, `[...document.querySelectorAll("main [role=tab]")].map(tab => tab.id)`)
				tb.playAll(route+" "+c.lang, seen)
				for _, tab := range tabs {
					tb.press("#" + tab)
					tb.playAll(tab+" "+c.lang, seen)
				}
			}
		}
	}
	if len(seen) < 25 {
		t.Errorf("only %d figures were seen: %v", len(seen), seen)
	}
}

// playAll plays with the figures in sight that were not yet played with in a language.
func (tb *tab) playAll(where string, seen map[string]bool) {
	tb.t.Helper()
	lang := where[strings.LastIndex(where, " "):]
	tb.wait(`document.querySelectorAll(".rail-item.busy, main [aria-busy=true]").length === 0`)
	for i, name := range eval[[]string](tb, `[...document.querySelectorAll(".figure-stage")].map(s => s.getAttribute("aria-label"))`) {
		if seen[name+lang] {
			continue
		}
		seen[name+lang] = true
		if wrong := eval[[]string](tb, liveFigure+"("+strconv.Itoa(i)+")"); len(wrong) > 0 {
			tb.t.Errorf("%s: %q: %s", where, name, strings.Join(wrong, "; "))
		}
	}
}

// TestLookCloser drags across a curve, saves what is in sight, and goes back by a double
// click. What was hidden is not in the picture; the data are those of the part.
func TestLookCloser(t *testing.T) {
	dir := t.TempDir()
	tb := open(t)
	tb.download(dir)
	tb.meet(singleFile(t), desk)
	tb.sample("shop")
	tb.see("retention", "#retention-curve-menu")
	stage := `document.querySelector("#retention-curve-menu").closest(".figure").querySelector(".figure-stage")`
	tb.wait(stage)
	eval[any](tb, "void "+stage+`.scrollIntoView({block: "center"})`)
	at := eval[[]float64](tb, `(box => [box.x, box.y, box.width, box.height])(`+stage+`.getBoundingClientRect())`)
	tb.do(chromedp.DragAndDropXY(at[0]+at[2]*.3, at[1]+at[3]*.5, at[0]+at[2]*.6, at[1]+at[3]*.5))
	tb.wait(`document.querySelector(".figure-part")`)
	in := tb.text(".figure-part span")
	tb.press(`.legend-item[data-series="0"]`)
	svg := string(tb.saved(dir, "ui.figure.svg"))
	written := strings.Join(strings.Fields(anyTag.ReplaceAllString(svg, " ")), " ")
	if !strings.Contains(written, strings.Join(strings.Fields(in), " ")) || !strings.Contains(written, "Not shown: Weighted mean.") {
		t.Errorf("the picture does not say that %q is in sight, or what is hidden: %s", in, written)
	}
	if strings.Contains(svg, `class="series-0"`) {
		t.Error("the picture shows what is hidden")
	}
	rows := table(t, tb.saved(dir, "ui.figure.csv"))
	if len(rows) < 4 || len(rows) > 25 || rows[1][0] == "0" {
		t.Errorf("the data of %q begin with %q and are %d rows", in, rows[1], len(rows))
	}
	eval[any](tb, "void "+stage+`.dispatchEvent(new MouseEvent("dblclick", {bubbles: true}))`)
	tb.wait(`!document.querySelector(".figure-part")`)
	if whole := table(t, tb.saved(dir, "ui.figure.csv")); len(whole) <= len(rows) || whole[1][0] != "0" {
		t.Errorf("the whole has %d rows, from %q", len(whole), whole[1])
	}
}

// saved presses an item of the retention curve's menu and returns the file.
func (tb *tab) saved(dir string, item i18n.Key) []byte {
	tb.t.Helper()
	return tb.savedFrom(dir, "retention-curve", i18n.T(i18n.English, item))
}

// savedFrom presses the item with a label in a figure's menu and returns the file.
func (tb *tab) savedFrom(dir, figure, label string) []byte {
	tb.t.Helper()
	tb.press("#" + figure + "-menu")
	tb.wait(fmt.Sprintf(`(item => item && (item.click(), true))([...document.querySelectorAll("#%s-menu-list .button")].find(b => b.innerText.trim() === %q))`, figure, label))
	return newest(tb.t, dir)
}

// table reads a saved CSV file, which must say that it is UTF-8.
func table(t *testing.T, file []byte) [][]string {
	t.Helper()
	body, ok := bytes.CutPrefix(file, []byte("\ufeff"))
	if !ok {
		t.Error("the table has no byte-order mark: Excel would misread it")
	}
	rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%v in %.200q", err, body)
	}
	return rows
}

// TestPictures saves figures in each format, in Chinese and in the dark, and looks into the
// files: they are light, whole by themselves, of the size they say, and their Chinese is no
// row of boxes.
func TestPictures(t *testing.T) {
	dir := t.TempDir()
	tb := open(t)
	tb.download(dir)
	tb.meet(singleFile(t), look{"zh", "dark", 1440, 900})
	tb.sample("shop")
	for _, f := range []struct{ route, id string }{{"retention", "retention-curve"}, {"overview", "control-chart"}, {"definition", "purchase-gaps"}} {
		tb.see(f.route, "#"+f.id+"-menu")
		tb.wait(`document.querySelectorAll(".rail-item.busy, main [aria-busy=true]").length === 0`)
		save := func(item i18n.Key) []byte { return tb.savedFrom(dir, f.id, i18n.T(i18n.Chinese, item)) }
		svg := string(save("ui.figure.svg"))
		width, height := checkSVG(t, f.id, svg)
		for item, scale := range map[i18n.Key]float64{"ui.figure.png": 1, "ui.figure.png2": 2} {
			picture, err := png.Decode(bytes.NewReader(save(item)))
			if err != nil {
				t.Fatal(err)
			}
			size := picture.Bounds().Size()
			if float64(size.X) != math.Round(width*scale) || float64(size.Y) != math.Round(height*scale) {
				t.Errorf("%s at %v× is %v, want %v × %v", f.id, scale, size, width*scale, height*scale)
			}
			if r, g, b, _ := picture.At(2, 2).RGBA(); r+g+b != 3*0xffff {
				t.Errorf("%s is not on white", f.id)
			}
			checkGlyphs(t, f.id, picture, scale)
		}
		for _, row := range table(t, save("ui.figure.csv"))[1:] {
			for _, cell := range row[1:] {
				if strings.ContainsAny(cell, "%,¥") && !strings.ContainsAny(cell, "。") {
					t.Errorf("%s: %q is no plain number", f.id, cell)
				}
			}
		}
	}
}

var (
	sizeOf = regexp.MustCompile(`^<svg [^>]*width="([\d.]+)" height="([\d.]+)"`)
	anyTag = regexp.MustCompile(`<[^>]*>`)
	inks   = regexp.MustCompile(`class="(ink|heat)-`)
)

// checkSVG holds that a file needs nothing but itself, and returns its size.
func checkSVG(t *testing.T, id, svg string) (width, height float64) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
	}
	for _, never := range []string{"var(", "currentColor", "url(", "href", "<script"} {
		if strings.Contains(svg, never) {
			t.Errorf("%s depends on %q", id, never)
		}
	}
	for _, want := range []string{"<title>", "<desc>", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", `lang="zh-CN"`, `fill="#ffffff"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("%s lacks %q", id, want)
		}
	}
	if inks.MatchString(svg) {
		t.Errorf("%s is coloured by the page's classes", id)
	}
	m := sizeOf.FindStringSubmatch(svg)
	if m == nil {
		t.Fatalf("%s has no size: %.200s", id, svg)
	}
	width, _ = strconv.ParseFloat(m[1], 64)
	height, _ = strconv.ParseFloat(m[2], 64)
	return width, height
}

// checkGlyphs compares the first characters of the title, each an em wide: boxes in place of
// glyphs would all look the same.
func checkGlyphs(t *testing.T, id string, picture image.Image, scale float64) {
	t.Helper()
	const margin, em, glyphs = 20.0, 17.0, 3
	var cells [glyphs][]bool
	dark := 0
	for k := range cells {
		for y := range int(em * scale * 1.2) {
			for x := range int(em * scale) {
				r, _, _, _ := picture.At(int((margin+em*float64(k))*scale)+x, int(margin*scale)+y).RGBA()
				ink := r < 0x8000
				cells[k] = append(cells[k], ink)
				if ink {
					dark++
				}
			}
		}
	}
	differ := 0
	for i := range cells[0] {
		if cells[0][i] != cells[1][i] || cells[1][i] != cells[2][i] {
			differ++
		}
	}
	if float64(dark) < 60*scale*scale || float64(differ) < 30*scale*scale {
		t.Errorf("%s at %v×: the title has %d dark pixels, %d of which tell its characters apart", id, scale, dark, differ)
	}
}
