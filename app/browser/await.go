package browser

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// await waits for a promise. A rejection is an error; app.Value.Then would
// never hear of it.
func await(promise app.Value) (app.Value, error) {
	return settled(func(done, fail app.Func) { promise.Call("then", done, fail) })
}

// settled waits until one of two callbacks, which attach hands over, is called,
// and returns what it was called with.
func settled(attach func(done, fail app.Func)) (app.Value, error) {
	type outcome struct {
		value app.Value
		err   error
	}
	outcomes := make(chan outcome, 2) // nobody waits for a second one
	onDone := app.FuncOf(func(_ app.Value, args []app.Value) any {
		outcomes <- outcome{value: first(args)}
		return nil
	})
	defer onDone.Release()
	onFail := app.FuncOf(func(_ app.Value, args []app.Value) any {
		outcomes <- outcome{err: asError(first(args))}
		return nil
	})
	defer onFail.Release()
	attach(onDone, onFail)
	o := <-outcomes
	return o.value, o.err
}

func first(args []app.Value) app.Value {
	if len(args) == 0 {
		return app.Undefined()
	}
	return args[0]
}

// asError reads what JavaScript threw.
func asError(thrown app.Value) error {
	if m := thrown.Get("message"); m.Truthy() {
		return errors.New(m.String())
	}
	return errors.New(thrown.Call("toString").String())
}

// catch runs f and returns what JavaScript threw in it.
func catch(f func() app.Value) (v app.Value, err error) {
	defer func() {
		if p := recover(); p != nil {
			thrown, ok := p.(error)
			if !ok {
				panic(p)
			}
			err = thrown
		}
	}()
	return f(), nil
}

// stores returns what the browser keeps things in, localStorage or indexedDB; it is called
// inside of catch. A browser that is told to keep nothing throws at the mere name, which
// Value.Get would not survive: Go's glue guards calls only.
func stores(name string) app.Value {
	return app.Window().Get("Reflect").Call("get", app.Window(), name)
}

// listen adds an event listener and returns what removes it again.
func listen(target app.Value, event string, f func(event app.Value)) (stop func()) {
	handler := app.FuncOf(func(_ app.Value, args []app.Value) any {
		f(first(args))
		return nil
	})
	target.Call("addEventListener", event, handler)
	return func() {
		target.Call("removeEventListener", event, handler)
		handler.Release()
	}
}

// construct returns new global.name(args...).
func construct(name string, args ...any) app.Value {
	return app.Window().Get(name).New(args...)
}

// toJS copies bytes into a new Uint8Array.
func toJS(b []byte) app.Value {
	array := construct("Uint8Array", len(b))
	app.CopyBytesToJS(array, b)
	return array
}

// toGo copies an ArrayBuffer.
func toGo(buffer app.Value) []byte {
	array := construct("Uint8Array", buffer)
	b := make([]byte, array.Length())
	app.CopyBytesToGo(b, array)
	return b
}
