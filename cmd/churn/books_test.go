package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestContractsAndTenuresAlone reads lists without orders: what they hold is
// printed, and what is computed from orders says that it needs them.
func TestContractsAndTenuresAlone(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"Contracts", "running", "Observed to", "holds no orders"},
		"zh": {"合约数", "份生效中", "观察截止", "没有订单"},
	} {
		out, errs, code := call(t, "analyze", sampleFile(t, "membership"), "--out", t.TempDir(), "--lang", lang)
		for _, w := range want {
			if code != 0 || !strings.Contains(out, w) || strings.Contains(out, "«") {
				t.Errorf("exit %d, %s, no %q in\n%s", code, errs, w, out)
			}
		}
	}
}

// TestTenuresAreAsked holds that a unit and statuses that nobody can tell are
// asked for, with the flags that decide.
func TestTenuresAreAsked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte("id,tenure,status\na,12,active\nb,30,paused\nc,3,cancelled\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, errs, code := call(t, "analyze", path, "--out", t.TempDir(), "--lang", "en")
	for _, want := range []string{"--unit month", "--unit year", "--left paused", "--stays paused"} {
		if code != 2 || !strings.Contains(errs, want) {
			t.Errorf("exit %d, no %q in\n%s", code, want, errs)
		}
	}
	out, errs, code := call(t, "analyze", path, "--unit", "week", "--left", "paused", "--out", t.TempDir(), "--lang", "en")
	if code != 0 || !strings.Contains(out, "2 have left") || !strings.Contains(out, "12.0 weeks") {
		t.Errorf("exit %d, %s\n%s", code, errs, out)
	}
}
