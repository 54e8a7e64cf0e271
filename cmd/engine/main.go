//go:build js && wasm

// Command engine is the program of the page's worker: package engine/local
// behind the wire. It is the only user of syscall/js.
//
// Between page and worker go, besides wire messages (ArrayBuffers, transferred
// and never copied):
//
//	page → worker   {attach: id, file: File}   a file to read when asked to
//	worker → page   {ready: true}              calls will be answered
//	                {crash: text}              the program has ended (sent by web/engine-worker.js)
//
// A self-test of the network lock ({probe: url}) is answered by
// web/engine-worker.js, in the same scope.
package main

import (
	"context"
	"syscall/js"
	"time"

	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/app/i18n"
)

// idle is how long the engine waits for a first call before it warms up.
const idle = 300 * time.Millisecond

func main() {
	files := files{}
	page := newPage()
	page.onAttach = files.attach
	e := local.New(files.open, word)
	page.post("ready", true)
	time.AfterFunc(idle, func() { warm(page, e) })
	engine.Serve(context.Background(), page, e)
}

// warm runs the pipeline once, so that the first file finds optimised code. It
// does not begin once there is real work to do.
func warm(page *page, e engine.Engine) {
	if page.received == 0 {
		e.Warm(context.Background()) // nobody waits for it, so nobody is told of a failure
	}
}

// global is the worker's scope.
var global = js.Global()

// word names things in the engine's figures and exports.
func word(lang, key string) string { return i18n.T(i18n.Lang(lang), i18n.Key(key)) }
