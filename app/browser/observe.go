package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// WindowWidth returns the width of the window, in CSS pixels.
func WindowWidth() float64 {
	width, _ := app.Window().Size()
	return float64(width)
}

// OnSystemTheme calls f when the system turns dark or light.
func OnSystemTheme(f func(dark bool)) (stop func()) {
	return listen(darkQuery(), "change", func(event app.Value) { f(event.Get("matches").Bool()) })
}

func darkQuery() app.Value {
	return app.Window().Call("matchMedia", "(prefers-color-scheme: dark)")
}
