package data

import (
	"time"

	"churnbench/analysis/engine"
)

// What must be behind before the rest is guessed at: a first slice says little
// about the second.
const (
	leastElapsed = time.Second
	leastShare   = .02
)

// timeLeft guesses how long a call will still take, from how long what is done
// has taken. It is rounded the more coarsely the longer it is, so that the text
// stands still while it is read. ok is false while nothing can be said.
func timeLeft(p engine.Progress, elapsed time.Duration) (left time.Duration, ok bool) {
	if p.OfBytes <= 0 || elapsed < leastElapsed {
		return 0, false
	}
	share := float64(p.Bytes) / float64(p.OfBytes)
	if share < leastShare || share >= 1 {
		return 0, false
	}
	left = time.Duration(float64(elapsed) * (1 - share) / share)
	step := time.Second
	switch {
	case left > 10*time.Minute:
		step = time.Minute
	case left > 2*time.Minute:
		step = 30 * time.Second
	case left > 30*time.Second:
		step = 10 * time.Second
	case left > 5*time.Second:
		step = 5 * time.Second
	}
	return max(time.Second, left.Round(step)), true
}
