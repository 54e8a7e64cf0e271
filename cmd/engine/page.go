//go:build js && wasm

package main

import (
	"errors"
	"syscall/js"
)

// A page is the other end of the worker's messages, as an engine.Conn.
type page struct {
	onAttach func(id uint32, file js.Value)

	onCall func() // at every call

	calls chan []byte
}

// maxWaiting is how many calls may wait for the engine. The page asks a
// handful at a time; if it ever asked more, it would be told to stop.
const maxWaiting = 1024

// newPage starts listening.
func newPage() *page {
	p := &page{calls: make(chan []byte, maxWaiting)}
	listener := js.FuncOf(func(_ js.Value, args []js.Value) any {
		p.receive(args[0].Get("data"))
		return nil
	}) // never released: it lives as long as the worker
	global.Call("addEventListener", "message", listener)
	return p
}

// receive sorts one message from the page.
func (p *page) receive(data js.Value) {
	switch {
	case data.InstanceOf(global.Get("ArrayBuffer")):
		p.onCall()
		p.calls <- toGo(data)
	case !data.Get("file").IsUndefined():
		p.onAttach(uint32(data.Get("attach").Int()), data.Get("file"))
	}
}

// Receive implements engine.Conn.
func (p *page) Receive() ([]byte, error) {
	msg, ok := <-p.calls
	if !ok {
		return nil, errors.New("closed")
	}
	return msg, nil
}

// Send implements engine.Conn.
func (p *page) Send(msg []byte) error {
	array := global.Get("Uint8Array").New(len(msg))
	js.CopyBytesToJS(array, msg)
	buffer := array.Get("buffer")
	global.Call("postMessage", buffer, []any{buffer})
	return nil
}

// Close implements engine.Conn. The page ends a worker by terminating it, so
// this is for completeness.
func (p *page) Close() error {
	close(p.calls)
	return nil
}

// post sends a message other than a wire message.
func (p *page) post(field string, value any) {
	global.Call("postMessage", map[string]any{field: value})
}

func toGo(buffer js.Value) []byte {
	array := global.Get("Uint8Array").New(buffer)
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b
}
