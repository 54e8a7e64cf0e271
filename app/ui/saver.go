package ui

// A Saver puts things on the person's disk or clipboard. app/browser
// implements it. Failures are its to report: by then the piece is done.
// Sizes are in CSS pixels; scale is how many pixels of the image make one.
type Saver interface {
	SaveBytes(name, mime string, data []byte)
	SavePNG(name, svg string, w, h, scale float64)
	CopyPNG(svg string, w, h, scale float64)
}
