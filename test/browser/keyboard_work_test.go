package browser

import (
	"bytes"
	"fmt"
	"testing"
)

var (
	f1   = key{name: "F1", code: 112}
	undo = key{name: "z", code: 90, mod: 2}
	redo = key{name: "y", code: 89, mod: 2}
	save = key{name: "s", code: 83, mod: 2}
)

// turnBack undoes what was done last and does it again, from a screen on which it was not
// done: the page shows what is changed.
func (tb *tab) turnBack(route, now, before string) {
	tb.t.Helper()
	holds := func(what, condition string) {
		tb.t.Helper()
		tb.wait(fmt.Sprintf(`location.hash === "#/%s" && (%s) && !document.querySelector(".rail-item.busy")`, route, condition))
		tb.held(what)
	}
	tb.stroke(undo)
	holds("undone", before)
	tb.stroke(redo)
	holds("done again", now)
}

// explains opens what there is to say of the figure in reach, and comes back to it.
func (tb *tab) explains(figure string) {
	tb.t.Helper()
	stage := `[data-figure="` + figure + `"] .figure-stage`
	tb.reach(stage, tabKey)
	tb.stroke(f1)
	tb.wait(`document.querySelector("#explanation[open] .formula") && document.activeElement.id === "explanation-title"`)
	tb.held("explained")
	if got, want := tb.text("#explanation-title"), tb.text(`[data-figure="`+figure+`"] h2`); got != want {
		tb.t.Errorf("F1 on a figure explains %q, want %q", got, want)
	}
	tb.stroke(escape)
	tb.wait(`!document.querySelector("dialog[open]")`)
	tb.focused(stage)
	tb.held("the explanation is closed")
}

// fromMenu opens a menu and presses the item with a label.
func (tb *tab) fromMenu(menu, label string) {
	tb.t.Helper()
	tb.reach("#"+menu, tabKey)
	tb.stroke(enterKey)
	tb.wait(fmt.Sprintf(`document.activeElement.closest("#%s-list")`, menu))
	for range 12 {
		if eval[bool](tb, fmt.Sprintf(`document.activeElement.innerText.trim() === %q`, label)) {
			break
		}
		tb.stroke(tabKey)
		tb.held("in the menu")
	}
	tb.stroke(enterKey)
	tb.wait(fmt.Sprintf(`!document.querySelector("#%s-list") && document.activeElement.id === %q`, menu, menu))
	tb.held("the menu is done")
}

// reports adds a figure to the report from its menu, a heading and a note, and moves the
// note before the heading.
func (tb *tab) reports() {
	tb.t.Helper()
	tb.command("留存", "retention")
	tb.fromMenu("retention-curve-menu", "加入报告")
	tb.command("报告", "report")
	const blocks = `document.querySelectorAll(".report-block").length`
	tb.wait(blocks + ` === 1 && document.querySelector(".report-preview .r-drawing")`)
	for n, add := range []struct{ button, text, shown string }{
		{"#report-heading", "结论", "h2"}, {"#report-note", "多数客户只来一次。", "p"},
	} {
		tb.reach(add.button, tabKey)
		tb.stroke(enterKey)
		tb.wait(fmt.Sprintf(`%s === %d && document.activeElement.id === "report-block-%d"`, blocks, n+2, n+2))
		tb.held("a block is added")
		tb.typed(add.text)
		tb.stroke(tabKey) // which finishes it
		tb.wait(fmt.Sprintf(`[...document.querySelectorAll(".report-preview %s")].some((e) => e.textContent === %q)`, add.shown, add.text))
		tb.held("its words are typed")
	}
	tb.reach("#report-up-3", backTab)
	tb.stroke(enterKey)
	tb.wait(`document.activeElement.id === "report-up-2" && document.querySelector("#report-edit-2").innerText === "多数客户只来一次。" && document.querySelector("#report-edit-3").innerText === "结论"`)
	tb.held("the note is moved")
	tb.stroke(enterKey)
	tb.wait(`document.activeElement.id === "report-down-1" && document.querySelector("#report-edit-1").innerText === "多数客户只来一次。"`)
	tb.held("the note is first")
}

// saves names the project and saves it.
func (tb *tab) saves(t *testing.T, dir string) {
	t.Helper()
	tb.command("项目", "project")
	tb.reach("#project-name", tabKey)
	tb.typed("复盘")
	tb.stroke(save)
	file := newest(t, dir)
	for _, want := range []string{"复盘", "结论", "多数客户只来一次。", "retention-curve"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the project lacks %q", want)
		}
	}
	tb.wait(`document.querySelector("#project-receipts-list code") && document.activeElement.id === "project-name"`)
	tb.held("the project is saved")
}
