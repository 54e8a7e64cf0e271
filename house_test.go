package churnbench_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// A rule forbids packages to import others, directly or through any other
// package, and says why.
type rule struct {
	who     string   // import path below the module; "/..." matches all below
	goos    string   // "js" where only the browser's build matters
	direct  bool     // only the package's own imports count
	never   []string // import paths; "/..." matches all below
	except  []string // packages that who matches but the rule does not bind
	because string
}

var rules = []rule{
	{who: "analysis/...", never: []string{"syscall/js", "net", "net/http", "os"}, direct: true,
		because: "analysis reads from readers and returns values: it runs the same in a tab, in a test and on the command line"},
	{who: "analysis", never: []string{"churnbench/..."},
		because: "the vocabulary stands below everything"},
	{who: "analysis/internal/numeric", never: []string{"churnbench/..."},
		because: "numerics know nothing of customers"},
	{who: "analysis/profile", direct: true, never: []string{"churnbench/analysis/survival", "churnbench/analysis/churn", "churnbench/analysis/clv", "churnbench/analysis/engine"},
		because: "groups are set side by side by plain facts: who is lost and what they are worth is decided by those who know"},
	{who: "analysis/portfolio", never: []string{"churnbench/analysis/engine/...", "churnbench/analysis/churn", "churnbench/analysis/clv", "churnbench/analysis/ingest", "churnbench/analysis/segment"},
		because: "a portfolio knows customers, purchases and amounts: who is lost and what is expected is handed to it"},
	{who: "analysis/figure", never: []string{"gonum.org/v1/plot/..."},
		because: "the page shows figures without carrying what draws them"},
	{who: "analysis/...", direct: true, never: []string{"gonum.org/v1/plot/..."}, except: []string{"analysis/chart"},
		because: "only package chart draws"},
	{who: "analysis/engine", never: []string{"gonum.org/v1/plot/...", "churnbench/analysis/chart", "churnbench/analysis/engine/local"},
		because: "the contract holds types only, so that the page stays small"},
	{who: "analysis/...", never: []string{"churnbench/app/...", "churnbench/cmd/..."},
		because: "analysis does not know who asks"},
	{who: "analysis/lifecycle", never: []string{"churnbench/analysis/engine/...", "churnbench/analysis/chart", "churnbench/analysis/clv", "churnbench/analysis/rfm", "churnbench/analysis/ingest"},
		because: "a stage follows from purchases and a definition of loss, and the page carries its rules"},
	{who: "cmd/workbench", goos: "js", never: []string{"churnbench/analysis/engine/local", "churnbench/analysis/chart", "gonum.org/v1/plot/..."},
		because: "a long loop on the page's thread freezes the tab, and plotting would double the download"},
	{who: "cmd/workbench", goos: "js", never: []string{"churnbench/analysis/project"},
		because: "the engine reads and writes projects: the page carries no JSON"},
	{who: "app/...", direct: true, never: []string{"syscall/js"},
		because: "app.Value is the page's only door to JavaScript"},
	{who: "analysis/...", direct: true, goos: "js", never: []string{"github.com/maxence-charriere/go-app/..."},
		because: "models do not render"},
	{who: "...", goos: "js", direct: true, never: []string{"syscall/js"}, except: []string{"cmd/engine", "internal/blob", "bench/browser/engine"},
		because: "JavaScript has one door a program: the page's is app.Value, the worker's cmd/engine and the files it reads"},
	{who: "app/i18n", never: []string{"github.com/maxence-charriere/go-app/...", "golang.org/x/text/..."},
		because: "the command line says the same messages, and two languages do not need a CLDR library"},
	{who: "cmd/churn", direct: true, never: []string{"github.com/maxence-charriere/go-app/...", "churnbench/app/ui", "churnbench/app/screen"},
		because: "the command line draws no page: it shares the engine, the messages and, for a report, what the screens say of an answer"},
}

// TestHouse holds the import rules of docs/architecture.md.
func TestHouse(t *testing.T) {
	for _, goos := range []string{"", "js"} {
		imports := listImports(t, goos)
		for _, r := range rules {
			if r.goos == goos {
				r.check(t, imports)
			}
		}
	}
}

// imports of every package that the module needs, by import path.
type graph map[string][]string

func listImports(t *testing.T, goos string) graph {
	t.Helper()
	args := []string{"list", "-deps", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./analysis/...", "./app/...", "./cmd/..."}
	cmd := exec.Command("go", args...)
	cmd.Stderr = os.Stderr
	cmd.Env = os.Environ()
	if goos == "js" {
		cmd.Env = append(cmd.Env, "GOOS=js", "GOARCH=wasm")
		cmd.Args = []string{"go", "list", "-e", "-deps", "-f", args[3], "./analysis/...", "./app/...", "./cmd/workbench", "./cmd/engine", "./bench/browser/engine"}
	}
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	g := graph{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		g[fields[0]] = fields[1:]
	}
	return g
}

func (r rule) check(t *testing.T, imports graph) {
	t.Helper()
	bound := 0
	for pkg := range imports {
		if !matches("churnbench/"+r.who, pkg) || slices.ContainsFunc(r.except, func(e string) bool { return pkg == "churnbench/"+e }) {
			continue
		}
		bound++
		if path := imports.find(pkg, r.never, r.direct); path != nil {
			t.Errorf("%s\n\tmust not import %v:\n\t%s", strings.Join(path, " → "), r.never, r.because)
		}
	}
	if bound == 0 {
		t.Errorf("no package matches %q: the rule binds nobody", r.who)
	}
}

// find returns a shortest chain of imports from pkg to a forbidden package,
// nil if there is none.
func (g graph) find(pkg string, never []string, direct bool) []string {
	type step struct {
		pkg  string
		path []string
	}
	seen := map[string]bool{pkg: true}
	for queue := []step{{pkg, []string{pkg}}}; len(queue) > 0; queue = queue[1:] {
		for _, next := range g[queue[0].pkg] {
			path := append(slices.Clone(queue[0].path), next)
			if slices.ContainsFunc(never, func(n string) bool { return next != pkg && matches(n, next) }) {
				return path
			}
			if !direct && !seen[next] {
				seen[next] = true
				queue = append(queue, step{next, path})
			}
		}
	}
	return nil
}

// matches reports whether pkg is pattern, or below it if pattern ends in "/...".
func matches(pattern, pkg string) bool {
	if root, ok := strings.CutSuffix(pattern, "/..."); ok {
		return pkg == root || strings.HasPrefix(pkg, root+"/")
	}
	return pkg == pattern
}
