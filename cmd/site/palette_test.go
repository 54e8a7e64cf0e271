package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// A picture of few colours stays as it is; one of many keeps its grounds, and no pixel
// goes far.
func TestReduced(t *testing.T) {
	ground, ink := color.RGBA{246, 244, 239, 255}, color.RGBA{12, 110, 102, 255}
	img := image.NewRGBA(image.Rect(0, 0, 400, 300))
	for y := range 300 {
		for x := range 400 {
			switch {
			case y < 200:
				img.SetRGBA(x, y, ground)
			case x == 7:
				img.SetRGBA(x, y, ink)
			default:
				img.SetRGBA(x, y, color.RGBA{uint8(x / 2), uint8(y), uint8(x/4 + y/4), 255})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	first, err := reduced(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	again, _ := reduced(b.Bytes())
	if !bytes.Equal(first, again) {
		t.Error("the same picture gives other bytes")
	}
	few, err := png.Decode(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if got := color.RGBAModel.Convert(few.At(100, 100)); got != ground {
		t.Errorf("the ground became %v", got)
	}
	for y := range 300 {
		for x := range 400 {
			r, g, b, _ := few.At(x, y).RGBA()
			want := img.RGBAAt(x, y)
			if far(r>>8, want.R)+far(g>>8, want.G)+far(b>>8, want.B) > 60 {
				t.Fatalf("%d, %d: %d %d %d for %v", x, y, r>>8, g>>8, b>>8, want)
			}
		}
	}
	if _, err := reduced([]byte("no picture")); err == nil {
		t.Error("no picture was reduced")
	}
}

func far(a uint32, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

// The pictures of the documents, together, are what a clone carries.
func TestScreenshotsAreSmall(t *testing.T) {
	list, err := filepath.Glob("../../docs/screenshots/*.png")
	if err != nil || len(list) == 0 {
		t.Fatalf("%d pictures, %v", len(list), err)
	}
	sum := int64(0)
	for _, path := range list {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		sum += info.Size()
	}
	if sum > 7<<20 {
		t.Errorf("%d pictures take %.1f MB, more than 7", len(list), float64(sum)/(1<<20))
	}
}
