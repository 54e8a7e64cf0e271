// Package browser is the page's only door to the browser: whatever the page
// needs of JavaScript, it asks here, in Go's terms.
//
//	engine.go      the engine in its worker: start, cancel, crash, restart
//	conn.go        messages to and from the worker
//	boot.go        what web/boot.js has prepared
//	file.go        files that a person chose or dropped
//	drop.go        drops beside the zone meant for them
//	save.go        downloads, pictures, clipboard
//	prefs.go       language and theme, kept
//	remember.go    a project and its data, kept by choice
//	traces.go      what is kept anywhere; erasing it
//	leave.go       asking before unsaved work is lost
//	location.go    hash routes
//	focus.go       where the keyboard is
//	observe.go     widths and the system's colour scheme
//	lock.go        the network lock and what it refused
//	selftest.go    tries every way out
//	offline.go     whether every file is there for offline use; updates
//	released.go    hashes of the files of this version; licences
//	await.go       promises and callbacks
//
// Handles of type app.Value stay inside: what leaves this package are plain
// values, except a File, which nobody else looks into.
//
// Functions that wait say so, and must be called from a goroutine, never from
// an event handler: the page has one thread. Callbacks arrive outside of
// go-app's loop; components pass them on with ctx.Dispatch. In native programs,
// such as tests of views, go-app's values are inert and nothing happens.
package browser
