// Package firefox finds Firefox for tests, starts it and drives it by WebDriver BiDi
// (W3C, https://www.w3.org/TR/webdriver-bidi/), which Firefox speaks by itself: no
// driver stands between.
//
//	firefox.go   finding and starting
//	session.go   commands over one connection
//	tab.go       what tests do: visit, evaluate, choose files, print
//	input.go     what hands do: click, drag, press keys
package firefox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"churnbench/internal/debian"
)

// names are what Firefox is called, on the path or where it is installed.
var names = []string{
	"firefox-esr", "firefox", "/snap/bin/firefox",
	"/Applications/Firefox.app/Contents/MacOS/firefox",
	`C:\Program Files\Mozilla Firefox\firefox.exe`,
}

// ErrNone says that there is no Firefox here.
var ErrNone = errors.New("no Firefox found: install it (on Debian: apt-get install firefox-esr), or set FIREFOX to its path")

// Find returns the path of Firefox: $FIREFOX, or an installed one.
func Find() (string, error) {
	if path := os.Getenv("FIREFOX"); path != "" {
		return path, nil
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNone
}

// Install installs Firefox on Debian, if there is none.
func Install() error {
	if _, err := Find(); err == nil {
		return nil
	}
	return debian.Install("firefox-esr")
}

// settings keep a fresh profile from asking the network for anything of its own.
const settings = `user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.region.network.url", "");
user_pref("browser.safebrowsing.downloads.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.search.update", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("captivedetect.canonicalURL", "");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
user_pref("toolkit.telemetry.enabled", false);
user_pref("toolkit.telemetry.server", "");
user_pref("browser.download.folderList", 2);
user_pref("browser.download.alwaysOpenPanel", false);
`

// Downloads is the folder into which a Firefox with its profile in dir saves files, without
// asking.
func Downloads(dir string) string { return filepath.Join(dir, "downloads") }

// savingTo makes it so.
func savingTo(dir string) string {
	return fmt.Sprintf("user_pref(\"browser.download.dir\", %q);\n", dir)
}

// startTime bounds how long Firefox may take to listen.
const startTime = 60 * time.Second

// announced stands before the address at which Firefox listens.
const announced = "WebDriver BiDi listening on "

// Start starts Firefox without a window, with a fresh profile in dir, and opens a
// session. stop ends both.
func Start(ctx context.Context, dir string) (s *Session, stop func(), err error) {
	path, err := Find()
	if err != nil {
		return nil, nil, err
	}
	if err := os.WriteFile(filepath.Join(dir, "user.js"), []byte(settings+savingTo(Downloads(dir))), 0o600); err != nil {
		return nil, nil, err
	}
	cmd := exec.CommandContext(ctx, path, "--headless", "--no-remote", "--profile", dir, "--remote-debugging-port", "0")
	cmd.Env = append(os.Environ(), "HOME="+dir, "MOZ_CRASHREPORTER_DISABLE=1")
	told, err := cmd.StderrPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	stop = func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
	address, err := listening(told)
	if err == nil {
		s, err = connect(ctx, address+"/session")
	}
	if err != nil {
		stop()
		return nil, nil, err
	}
	end := stop
	return s, func() { s.close(); end() }, nil
}

// listening returns the address that Firefox tells, and reads on, so that Firefox
// never waits for a reader.
func listening(told io.Reader) (string, error) {
	found := make(chan string, 1)
	var said strings.Builder
	go func() {
		lines := bufio.NewScanner(told)
		for lines.Scan() {
			if _, address, ok := strings.Cut(lines.Text(), announced); ok {
				found <- strings.TrimSpace(address)
				break
			}
			fmt.Fprintln(&said, lines.Text())
		}
		close(found)
		_, _ = io.Copy(io.Discard, told)
	}()
	select {
	case address, ok := <-found:
		if !ok {
			return "", fmt.Errorf("firefox ended:\n%s", said.String())
		}
		return address, nil
	case <-time.After(startTime):
		return "", fmt.Errorf("firefox did not listen within %v", startTime)
	}
}
