package browser

import (
	"testing"
)

// TestStart opens the site at the root and at a path, in each language.
func TestStart(t *testing.T) {
	for _, c := range []struct{ prefix, rest, lang string }{
		{"/", "", "en"},
		{"/any/sub/path/", "?lang=zh", "zh-CN"},
	} {
		t.Run(c.prefix+c.rest, func(t *testing.T) {
			s := serve(t, filesOf(built), c.prefix)
			tb := open(t)
			tb.visit(s.url(c.rest))
			tb.ready()
			if got := eval[string](tb, `document.documentElement.lang`); got != c.lang {
				t.Errorf("language %q, want %q", got, c.lang)
			}
			t.Log("ms:", eval[string](tb, `JSON.stringify(churnbench.times)`))
		})
	}
}

// TestSingle opens the single file from a disk.
func TestSingle(t *testing.T) {
	tb := open(t)
	tb.visit(singleFile(t))
	tb.ready()
	if at := eval[float64](tb, `churnbench.lockedAt`); at != 0 {
		t.Errorf("locked at %v ms, want from the first byte", at)
	}
	if n := eval[int](tb, `performance.getEntriesByType("resource").filter((e) => !/^(blob|data):/.test(e.name) && !/self-test/.test(e.name)).length`); n != 0 {
		t.Errorf("the single file asked for %d other files", n)
	}
	t.Log("ms:", eval[string](tb, `JSON.stringify(churnbench.times)`))
}

// TestPageCrash ends the page's program with a true panic: go-app's navigation
// from JavaScript wants an argument.
func TestPageCrash(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	tb.visit(s.url("?lang=zh"))
	tb.ready()
	eval[any](tb, `goappNav()`)
	tb.wait(`document.querySelector("[role=alertdialog]")`)
	tb.wait(`document.querySelector(".crash-cause").textContent.includes("index out of range")`)
	tb.wait(`document.querySelector(".crash h1").textContent.includes("已停止")`)
	eval[any](tb, `document.querySelector(".crash-reload").click()`)
	tb.wait(`!document.querySelector(".crash")`)
	tb.ready()
}

// TestEngineCrash ends the engine's program with a true panic: a number is no
// file. The page lives on and says so.
func TestEngineCrash(t *testing.T) {
	s := serve(t, filesOf(built), "/")
	tb := open(t)
	tb.visit(s.url(""))
	tb.ready()
	inWorker[any](tb, `void dispatchEvent(new MessageEvent("message", {data: {attach: 1, file: 5}}))`)
	tb.wait(`document.documentElement.dataset.engine === "crashed"`)
	tb.wait(`!document.querySelector(".crash")`)
}
