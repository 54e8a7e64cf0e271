package main

import (
	"cmp"
	"runtime/debug"
)

// program names this program and its version, as the build knows it.
func program() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "churn"
	}
	revision := ""
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			revision = s.Value[:min(len(s.Value), 12)]
		}
	}
	return "churn " + cmp.Or(revision, info.Main.Version, "?")
}
