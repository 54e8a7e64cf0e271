package screen

import "strings"

// maskedTail bounds what of an identifier stays in sight.
const maskedTail = 3

// Customer writes an identifier for the screen: as it is, or with Masked its last
// third alone, three characters at most, so that a row can be found again and nobody
// be known by it.
func (h *Host) Customer(id string) string {
	if !h.Masked {
		return id
	}
	all := []rune(id)
	return strings.Repeat("•", maskedTail) + string(all[len(all)-min(len(all)/3, maskedTail):])
}
