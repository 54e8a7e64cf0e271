package browser

import "time"

// Breathe lets the browser paint, and hear what a person does, before the program goes on.
// Go gives the page's thread back only when all its goroutines wait.
func Breathe() { time.Sleep(time.Millisecond) }
