package engine

import (
	"bytes"
	"encoding/gob"

	"churnbench/analysis"
)

// A Conn moves whole messages both ways, in order. Send must not keep msg
// after it returns. Receive returns an error once the other end is gone.
type Conn interface {
	Send(msg []byte) error
	Receive() ([]byte, error)
	Close() error
}

// A kind says what a message is.
type kind uint8

const (
	callKind     kind = iota + 1 // to the engine; the request follows
	replyKind                    // from the engine; the result follows
	failKind                     // from the engine; an analysis.Error follows
	progressKind                 // from the engine, any number before the reply; a Progress follows
	cancelKind                   // to the engine: the call is no longer wanted
)

// A header opens every message; the value that Kind announces follows it in
// the same gob stream. Gob rather than JSON, because NaN and ±Inf are normal
// here (an undefined median) and because it measured three times faster.
type header struct {
	Kind   kind
	Call   uint64 // counted by the caller, so that replies find their way
	Method Method
}

// A Method names a method of Engine on the wire.
type Method string

// nothing stands for an absent request or result: gob cannot carry struct{}.
type nothing bool

// encode writes one message.
func encode(h header, value any) ([]byte, error) {
	var b bytes.Buffer
	enc := gob.NewEncoder(&b)
	if err := enc.Encode(h); err != nil {
		return nil, err
	}
	if err := enc.Encode(value); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// open reads a message's header; the decoder then stands before its value.
func open(msg []byte) (header, *gob.Decoder, error) {
	dec := gob.NewDecoder(bytes.NewReader(msg))
	var h header
	err := dec.Decode(&h)
	return h, dec, err
}

// broken wraps a fault of the connection or the wire for people.
func broken(err error) *analysis.Error {
	return analysis.Fail(analysis.Unavailable, "engine.unavailable", analysis.Text("cause", err.Error())).
		Or("engine.unavailable.remedy")
}
