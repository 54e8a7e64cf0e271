package browser

import (
	"errors"
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A worker is a running engine program, as an engine.Conn.
type worker struct {
	handle app.Value
	stop   func()

	ready   chan struct{} // closed by the program's first message
	gone    chan struct{} // closed by end
	probes  chan app.Value
	onCrash func(cause string)
	program app.Value // compiled, once the worker has posted it

	mu    sync.Mutex
	queue [][]byte
	more  chan struct{} // has one element while queue or cause is set
	cause error         // why nothing more will come
}

// startWorker starts a program, compiled or as it was downloaded, in a worker
// made from the script at url.
func startWorker(url string, program app.Value, onCrash func(cause string)) (*worker, error) {
	handle, err := catch(func() app.Value { return construct("Worker", url) })
	if err != nil {
		return nil, err
	}
	w := &worker{
		handle:  handle,
		ready:   make(chan struct{}),
		gone:    make(chan struct{}),
		probes:  make(chan app.Value, 1),
		onCrash: onCrash,
		more:    make(chan struct{}, 1),
	}
	w.stop = listen(handle, "message", func(event app.Value) { w.receive(event.Get("data")) })
	w.post("program", program)
	return w, nil
}

// receive sorts one message of the worker; cmd/engine lists them.
func (w *worker) receive(data app.Value) {
	switch {
	case data.InstanceOf(app.Window().Get("ArrayBuffer")):
		w.push(toGo(data))
	case data.Get("program").Truthy():
		w.program = data.Get("program")
	case data.Get("ready").Truthy():
		close(w.ready)
	case data.Get("probe").Truthy():
		w.probes <- data.Get("probe")
	case !data.Get("crash").IsUndefined():
		w.onCrash(data.Get("crash").String())
	}
}

// waitReady waits until the program listens: what is posted earlier is lost.
// It reports false if the program ended before.
func (w *worker) waitReady() bool {
	select {
	case <-w.ready:
		return true
	case <-w.gone:
		return false
	}
}

// post sends a message other than a wire message.
func (w *worker) post(field string, value any) {
	w.handle.Call("postMessage", map[string]any{field: value})
}

// attach hands a file over by reference.
func (w *worker) attach(id uint32, file app.Value) {
	w.handle.Call("postMessage", map[string]any{"attach": id, "file": file})
}

// Send implements engine.Conn. The bytes are transferred, not cloned.
func (w *worker) Send(msg []byte) error {
	w.mu.Lock()
	cause := w.cause
	w.mu.Unlock()
	if cause != nil {
		return cause
	}
	buffer := toJS(msg).Get("buffer")
	w.handle.Call("postMessage", buffer, []any{buffer})
	return nil
}

// Receive implements engine.Conn.
func (w *worker) Receive() ([]byte, error) {
	for {
		w.mu.Lock()
		if len(w.queue) > 0 {
			msg := w.queue[0]
			w.queue = w.queue[1:]
			w.mu.Unlock()
			return msg, nil
		}
		cause := w.cause
		w.mu.Unlock()
		if cause != nil {
			return nil, cause
		}
		<-w.more
	}
}

// push queues a message. It must not wait: it runs in an event handler.
func (w *worker) push(msg []byte) {
	w.mu.Lock()
	w.queue = append(w.queue, msg)
	w.mu.Unlock()
	w.wake()
}

func (w *worker) wake() {
	select {
	case w.more <- struct{}{}:
	default:
	}
}

// Close implements engine.Conn: it ends the program at once, whatever it does.
func (w *worker) Close() error {
	w.end(errors.New("closed"))
	return nil
}

// end terminates the worker; Receive returns cause once the queue is empty.
func (w *worker) end(cause error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.cause != nil {
		return
	}
	w.cause = cause
	close(w.gone)
	w.stop()
	w.handle.Call("terminate")
	w.wake()
}
