//go:build js && wasm

// Command engine is the program of the page's worker: package engine/local
// behind the wire. It and internal/blob, its reader of files, are the product's
// only users of syscall/js.
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

// memory is how many bytes a load may take: wasm addresses 4 GB, of which the
// program, the figures and what the collector has not yet freed need their share.
const memory = 3200 << 20

func main() {
	files := files{}
	page := newPage()
	page.onAttach = files.attach
	e := local.New(files.open, i18n.Word)
	e.Memory = memory
	idling, work := context.WithCancel(context.Background())
	page.onCall = work
	page.post("ready", true)
	// Nobody waits for the warming, so nobody is told of a failure. It stops at
	// the next step once there is real work to do.
	time.AfterFunc(idle, func() { e.Warm(idling) })
	engine.Serve(context.Background(), page, e)
}

// global is the worker's scope.
var global = js.Global()
