//go:build js && wasm

package blob

import (
	"errors"
	"syscall/js"
)

// A promise is JavaScript's, to be waited for.
type promise struct {
	settled        chan struct{}
	value          js.Value
	err            error
	onDone, onFail js.Func
}

// follow attaches to a promise at once, so that no rejection goes unheard.
func follow(p js.Value) *promise {
	f := &promise{settled: make(chan struct{})}
	f.onDone = js.FuncOf(func(_ js.Value, args []js.Value) any {
		f.settle(args[0], nil)
		return nil
	})
	f.onFail = js.FuncOf(func(_ js.Value, args []js.Value) any {
		f.settle(js.Undefined(), errors.New(args[0].Call("toString").String()))
		return nil
	})
	p.Call("then", f.onDone, f.onFail)
	return f
}

func (f *promise) settle(v js.Value, err error) {
	f.value, f.err = v, err
	f.onDone.Release()
	f.onFail.Release()
	close(f.settled)
}

// wait returns what the promise settled to.
func (f *promise) wait() (js.Value, error) {
	<-f.settled
	return f.value, f.err
}
