package engine

import (
	"context"
	"sync"
)

// An inbox takes messages in while a call is being performed, so that it hears of calls
// that are no longer wanted.
type inbox struct {
	calls chan incoming // closed when nothing more will come
	cause error         // why, once calls is closed

	mu    sync.Mutex
	stops map[uint64]context.CancelFunc // by call
}

// An incoming call waits for its turn.
type incoming struct {
	id  uint64
	ctx context.Context // ends when the call is given up
	msg []byte
}

// waiting is how many calls may wait. Beyond that the inbox hears nothing until one has had its turn.
const waiting = 256

func newInbox(ctx context.Context, conn Conn) *inbox {
	in := &inbox{calls: make(chan incoming, waiting), stops: map[uint64]context.CancelFunc{}}
	go in.receive(ctx, conn)
	return in
}

// receive goes on until the connection ends, and with it whatever was asked through it.
func (in *inbox) receive(ctx context.Context, conn Conn) {
	ctx, end := context.WithCancel(ctx)
	defer end()
	defer close(in.calls)
	for {
		msg, err := conn.Receive()
		if err != nil {
			in.cause = err
			return
		}
		h, _, err := open(msg)
		if err == nil && h.Kind == cancelKind {
			in.giveUp(h.Call)
			continue
		}
		of, stop := context.WithCancel(ctx)
		in.mu.Lock()
		in.stops[h.Call] = stop
		in.mu.Unlock()
		select {
		case in.calls <- incoming{h.Call, of, msg}:
		case <-ctx.Done():
			in.cause = ctx.Err()
			return
		}
	}
}

// giveUp ends the context of a call, if it is known.
func (in *inbox) giveUp(call uint64) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if stop := in.stops[call]; stop != nil {
		stop()
		delete(in.stops, call)
	}
}
