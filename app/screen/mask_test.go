package screen

import "testing"

func TestMaskedIdentifiers(t *testing.T) {
	h := &Host{Masked: true}
	for id, want := range map[string]string{"C-004217": "•••17", "张伟": "•••", "王小明": "•••明", "": "•••", "anna.schmidt@example.org": "•••org"} {
		if got := h.Customer(id); got != want {
			t.Errorf("%q is shown as %q, want %q", id, got, want)
		}
	}
	if h.Masked = false; h.Customer("C-004217") != "C-004217" {
		t.Error("an identifier is masked without being asked")
	}
}
