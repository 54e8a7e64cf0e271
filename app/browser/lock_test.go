package browser

import "testing"

func TestRefusedRequestsDoNotCount(t *testing.T) {
	w := &lockWatch{refused: map[string]bool{
		"https://a.example/x?y": true,
		"https://b.example":     true, // a frame
	}}
	for address, want := range map[string]int{
		"https://a.example/x?y": 0,
		"https://a.example/x":   1,
		"https://b.example/any": 0,
		"https://c.example/":    1,
	} {
		w.requests = []string{address}
		if got := w.passed(); got != want {
			t.Errorf("%s counts as %d, want %d", address, got, want)
		}
	}
}
