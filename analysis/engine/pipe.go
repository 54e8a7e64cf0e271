package engine

import (
	"errors"
	"sync"
)

// Pipe returns the two ends of a connection inside one program: whoever asks through it asks
// one question at a time, as a page does. Messages are copied, as between a page and its
// worker.
func Pipe() (Conn, Conn) {
	there, back := make(chan []byte, 1), make(chan []byte, 1)
	closed := make(chan struct{})
	once := new(sync.Once)
	shut := func() { once.Do(func() { close(closed) }) }
	return &pipeEnd{there, back, closed, shut}, &pipeEnd{back, there, closed, shut}
}

// errClosed is what both ends get once either has closed the pipe.
var errClosed = errors.New("connection closed")

type pipeEnd struct {
	out    chan<- []byte
	in     <-chan []byte
	closed <-chan struct{}
	shut   func()
}

func (p *pipeEnd) Send(msg []byte) error {
	select {
	case p.out <- append([]byte(nil), msg...):
		return nil
	case <-p.closed:
		return errClosed
	}
}

func (p *pipeEnd) Receive() ([]byte, error) {
	select {
	case msg := <-p.in:
		return msg, nil
	case <-p.closed:
		return nil, errClosed
	}
}

func (p *pipeEnd) Close() error {
	p.shut()
	return nil
}
