// Package debian installs what tests need, where that is possible: with apt at hand,
// and as root.
package debian

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
)

// ErrNot says that nothing can be installed here.
var ErrNot = errors.New("no apt-get, or not root")

// Install installs packages, telling so on the standard error.
func Install(packages ...string) error {
	if _, err := exec.LookPath("apt-get"); err != nil || os.Geteuid() != 0 {
		return ErrNot
	}
	fmt.Fprintln(os.Stderr, "installing", packages)
	for _, args := range [][]string{{"update", "-q"}, append([]string{"install", "-q", "-y", "--no-install-recommends"}, packages...)} {
		cmd := exec.Command("apt-get", args...)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		var report bytes.Buffer
		cmd.Stdout, cmd.Stderr = &report, &report
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("apt-get %v: %w\n%s", args, err, report.Bytes())
		}
	}
	return nil
}
