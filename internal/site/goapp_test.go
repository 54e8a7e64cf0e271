package site

import (
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// listImports returns an error if a file of the trimmed go-app that the
// browser's build reads imports net/http or what a stand-in replaces.
func listImports(t *testing.T, module string) error {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(module, "pkg", "app", "*.go"))
	if err != nil || len(names) < 30 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if strings.HasPrefix(string(source), "//go:build !wasm") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range file.Imports {
			if i.Path.Value == `"net/http"` || slices.Contains(slices.Collect(maps.Values(replacedImports)), strings.Trim(i.Path.Value, `"`)) {
				return fmt.Errorf("%s still imports %s", filepath.Base(name), i.Path.Value)
			}
		}
	}
	return nil
}

// required finds what go-app's Go code takes from the window for granted.
var required = regexp.MustCompile(`Window\(\)\.(?:Call|Get|Set)\("(goapp\w+)"`)

// TestGlobals compares what go-app's Go code expects of its page with what
// web/boot.js provides in app.js's place. Notifications are not used.
func TestGlobals(t *testing.T) {
	root, err := findRoot("")
	if err != nil {
		t.Fatal(err)
	}
	boot, err := os.ReadFile(filepath.Join(root, "web", "boot.js"))
	if err != nil {
		t.Fatal(err)
	}
	unused := map[string]bool{
		"goappNewNotification": true, "goappSubscribePushNotifications": true, // Context.Notifications
		"goappKeepBodyClean": true, // KeepBodyClean
		"goappTryUpdate":     true, // TryUpdate, which looks first
		// Context.IsAppInstallable and ShowAppInstallPrompt, which look first
		"goappIsAppInstallable": true, "goappIsAppleBrowser": true, "goappShowInstallPrompt": true,
	}
	dir, err := moduleDir(t.Context(), root, goApp)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	names, _ := filepath.Glob(filepath.Join(dir, "pkg", "app", "*.go"))
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range required.FindAllStringSubmatch(string(source), -1) {
			found++
			if !unused[m[1]] && !strings.Contains(string(boot), m[1]) {
				t.Errorf("%s uses %s, which boot.js does not provide", filepath.Base(name), m[1])
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d uses found: go-app has changed", found)
	}
}

// TestPreferences holds that boot.js reads those preferences of app/browser that must be
// right before the first paint, under the names that app/browser keeps them.
func TestPreferences(t *testing.T) {
	root, err := findRoot("")
	if err != nil {
		t.Fatal(err)
	}
	boot, err := os.ReadFile(filepath.Join(root, "web", "boot.js"))
	if err != nil {
		t.Fatal(err)
	}
	prefs, err := os.ReadFile(filepath.Join(root, "app", "browser", "prefs.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"theme", "lang"} {
		if !strings.Contains(string(prefs), `= "churnbench.`+key+`"`) {
			t.Errorf("prefs.go does not keep %q", key)
		}
		if !strings.Contains(string(boot), `preference("`+key+`")`) {
			t.Errorf("boot.js does not read %q", key)
		}
	}
}
