// Package chrome finds a browser for tests, and starts it: Chrome, Chromium or
// Edge, whichever is installed. On Debian, with apt at hand and as root, it
// installs one.
package chrome

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"

	"github.com/chromedp/chromedp"

	"churnbench/internal/debian"
)

// names are what browsers are called, on the path or where they are installed.
var names = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
	"microsoft-edge", "microsoft-edge-stable", "msedge", "/snap/bin/chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
	`C:\Program Files\Google\Chrome\Application\chrome.exe`,
	`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
	`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
	`C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
}

// packages are what Find installs on Debian: the browser, and a font for
// Chinese, without which pictures of the page show boxes.
var packages = []string{"chromium", "fonts-noto-cjk"}

var errNone = errors.New("no browser found: install Chrome, Chromium or Edge " +
	"(on Debian: apt-get install chromium fonts-noto-cjk), or set CHROME to the path of one")

// Find returns the path of a browser: $CHROME, or an installed one, or one
// that it installs now.
var Find = sync.OnceValues(func() (string, error) {
	if path := os.Getenv("CHROME"); path != "" {
		return path, nil
	}
	if path := installed(); path != "" {
		return path, nil
	}
	if err := debian.Install(packages...); err != nil {
		return "", fmt.Errorf("%w; %w", errNone, err)
	}
	if path := installed(); path != "" {
		return path, nil
	}
	return "", errNone
})

func installed() string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Start starts a headless browser with the profile kept in dir and returns a
// chromedp context for its first tab. Cancelling ends the browser. Nothing of
// the browser's own goes over a network.
func Start(parent context.Context, dir string) (context.Context, context.CancelFunc, error) {
	path, err := Find()
	if err != nil {
		return nil, nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(dir),
		chromedp.NoSandbox, // CI runs as root, where Chromium's sandbox does not
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("lang", "en-US"),
		chromedp.Env("LANG=en_US.UTF-8"),
		chromedp.WindowSize(1280, 860),
	)
	alloc, stopAlloc := chromedp.NewExecAllocator(parent, options...)
	ctx, stopTab := chromedp.NewContext(alloc)
	stop := func() {
		stopTab()
		stopAlloc()
	}
	if err := chromedp.Do(ctx); err != nil { // starts the browser
		stop()
		return nil, nil, fmt.Errorf("starting %s: %w", path, err)
	}
	return ctx, stop, nil
}
