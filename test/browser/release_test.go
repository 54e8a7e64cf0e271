package browser

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"churnbench/internal/site"
)

// unpackedRelease names, in the environment of a test program that was started without a
// network, the folder of a release.
const unpackedRelease = "CHURNBENCH_UNPACKED"

// TestRelease packs the release as `make dist` does, unpacks it, and has a copy of this test
// program, from which the system takes every network but its own, run TestReleaseOffline on
// it. Where the system cannot do that, the test runs here.
func TestRelease(t *testing.T) {
	if os.Getenv(unpackedRelease) != "" {
		t.Skip("this is the copy")
	}
	dir := t.TempDir()
	name, err := built.Dist(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	unpack(t, name, dir)
	cut := []string{"unshare", "--map-root-user", "--net", "sh", "-c", `ip link set lo up && exec "$0" "$@"`}
	if report, err := exec.Command(cut[0], append(cut[1:], "true")...).CombinedOutput(); err != nil {
		t.Logf("the network cannot be taken away here (%v), so it is left: %s", err, report)
		compareReleased(t, dir)
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	copied := exec.CommandContext(t.Context(), cut[0], append(cut[1:], self, "-test.run=^TestReleaseOffline$", "-test.v")...)
	copied.Env = append(os.Environ(), unpackedRelease+"="+dir)
	report, err := copied.CombinedOutput()
	if t.Logf("without a network:\n%s", report); err != nil {
		t.Error(err)
	}
}

// TestReleaseOffline is what TestRelease has run without a network.
func TestReleaseOffline(t *testing.T) {
	dir := os.Getenv(unpackedRelease)
	if dir == "" {
		t.Skip("TestRelease starts this")
	}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addresses {
		if ip, _, err := net.ParseCIDR(a.String()); err != nil || !ip.IsLoopback() {
			t.Fatalf("there is a network: %s", a)
		}
	}
	compareReleased(t, dir)
}

// unpack writes an archive's files into dir.
func unpack(t *testing.T, name, dir string) {
	t.Helper()
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := writeOut(f, path); err != nil {
			t.Fatal(err)
		}
	}
}

func writeOut(f *zip.File, path string) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	body, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	return os.WriteFile(path, body, f.Mode())
}

// compareReleased opens the single file of an unpacked release from the disk, and its folder
// through its own `churn serve`, and compares what they show of the same data, byte for byte.
func compareReleased(t *testing.T, dir string) {
	file := "file://" + filepath.ToSlash(filepath.Join(dir, site.SingleName))
	served := serveReleased(t, dir)
	a, b := seen(t, file), seen(t, served)
	figures := 0
	for _, screen := range screens {
		x, y := a[screen.route], b[screen.route]
		if len(x.Figures) != len(y.Figures) {
			t.Errorf("#/%s: %d figures from the disk, %d served", screen.route, len(x.Figures), len(y.Figures))
			continue
		}
		for i := range x.Figures {
			if x.Figures[i] != y.Figures[i] {
				t.Errorf("#/%s: figure %d differs: %s", screen.route, i+1, difference(x.Figures[i], y.Figures[i]))
			}
		}
		if x.Text != y.Text && screen.route != "privacy" { // which says how the page was opened
			t.Errorf("#/%s: the words differ: %s", screen.route, difference(x.Text, y.Text))
		}
		figures += len(x.Figures)
		t.Logf("#/%s: %d figures, %d characters", screen.route, len(x.Figures), len(x.Text))
	}
	x, y := a["project"].Text, b["project"].Text
	if n := strings.Count(x, `"digest"`); x != y || n < 5 {
		t.Errorf("%d receipts, %s", n, difference(x, y))
	} else {
		t.Logf("%d receipts with their digests", n)
	}
	if figures < 10 {
		t.Errorf("only %d figures were compared", figures)
	}
}

// difference shows where two texts part.
func difference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return fmt.Sprintf("%.80q and %.80q", a[i:], b[i:])
}

// A shown is what a screen shows.
type shown struct {
	Figures []string // as SVG
	Text    string
}

// seen opens an address, loads a sample and looks at every screen.
func seen(t *testing.T, address string) map[string]shown {
	t.Helper()
	tb := open(t)
	defer tb.close()
	tb.visit(address + "?lang=en")
	tb.ready()
	tb.press("#sample-shop")
	tb.settled()
	all := map[string]shown{}
	for _, screen := range screens {
		tb.see(screen.route, screen.proof)
		tb.wait(`!document.querySelector(".refreshing, .rail-item.busy, .figure[aria-busy=true]")`)
		s := tb.shows()
		for again := tb.shows(); s.Text != again.Text || len(s.Figures) != len(again.Figures); again = tb.shows() {
			s = again // something was still on its way
		}
		all[screen.route] = s
	}
	all["project"] = shown{Text: tb.receipts()}
	return all
}

// receipts saves the project and returns what it says of every answer: its digest and its
// most important numbers.
func (tb *tab) receipts() string {
	tb.t.Helper()
	dir := tb.t.TempDir()
	tb.download(dir)
	tb.see("project", "#project-save")
	tb.press("#project-save")
	var project map[string]json.RawMessage
	if err := json.Unmarshal(newest(tb.t, dir), &project); err != nil {
		tb.t.Fatal(err)
	}
	for key, value := range project {
		if strings.EqualFold(key, "receipts") {
			return string(value)
		}
	}
	tb.t.Fatal("the project has no receipts")
	panic("unreachable")
}

// shows returns what the screen shows, some time later.
func (tb *tab) shows() (s shown) {
	tb.t.Helper()
	time.Sleep(500 * time.Millisecond)
	report := eval[string](tb, `JSON.stringify({
		Figures: [...document.querySelectorAll("main .figure svg")].map((svg) => svg.outerHTML),
		Text: document.querySelector("main").innerText,
	})`)
	if err := json.Unmarshal([]byte(report), &s); err != nil {
		tb.t.Fatal(err)
	}
	return s
}

// serveReleased starts the release's own program and returns the address that it prints. It
// ends with the test.
func serveReleased(t *testing.T, dir string) string {
	t.Helper()
	program := exec.CommandContext(t.Context(), filepath.Join(dir, site.Program()), "serve", "-port", "0")
	program.Dir = dir
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		program.Process.Kill()
		program.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	words := strings.Fields(line)
	at := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, "http://127.0.0.1") })
	if err != nil || at < 0 {
		t.Fatalf("churn serve says %q, %v", line, err)
	}
	return words[at]
}
