package screen

import "churnbench/analysis/engine"

// Customer writes an identifier for the screen: as it is, or with Masked as
// engine.MaskID does.
func (h *Host) Customer(id string) string {
	if !h.Masked {
		return id
	}
	return engine.MaskID(id)
}
