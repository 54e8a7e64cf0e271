package local_test

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
)

var update = flag.Bool("update", false, "write testdata anew")

// known are the digests of asked on the sample shop, one question a line.
//
//go:embed testdata/digests.txt
var known string

// TestDigestsAreOfEveryPlatform: natively and as wasm, where this test runs as well, every
// number of every answer has the same bits. A change of an answer changes its line; look
// at what has changed, and then go test -run DigestsAreOfEveryPlatform -update.
func TestDigestsAreOfEveryPlatform(t *testing.T) {
	e := local.New(open, words)
	load(t, e, engine.SourceRef{Sample: "shop", Lang: "en"})
	var b strings.Builder
	for _, r := range receiptsOf(t, e, asked()) {
		fmt.Fprintf(&b, "%s %s\n", r.Question, r.Digest)
	}
	if *update {
		if err := os.WriteFile("testdata/digests.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	was := strings.Split(known, "\n")
	for i, line := range strings.Split(b.String(), "\n") {
		if i >= len(was) || was[i] != line {
			t.Errorf("got  %s\nwant %s", line, was[min(i, len(was)-1)])
		}
	}
}
