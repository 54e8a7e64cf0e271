package ui

// A gridCell is a cell of a grid that the keyboard is on; row −1 is the heading.
type gridCell struct{ Row, Col int }

// A gridSize bounds the cells: rows 0 ≤ r < Rows, and −1 if Head.
type gridSize struct {
	Rows, Cols int
	Page       int // rows that PageUp and PageDown pass
	Head       bool
}

// move returns where a key leads, as the grid pattern of the ARIA practices
// has it, and whether the key is one of those.
func (c gridCell) move(key string, s gridSize) (gridCell, bool) {
	switch key {
	case "ArrowRight":
		c.Col++
	case "ArrowLeft":
		c.Col--
	case "ArrowDown":
		c.Row++
	case "ArrowUp":
		c.Row--
	case "PageDown":
		c.Row += s.Page
	case "PageUp":
		c.Row = max(0, c.Row-s.Page)
	case "Home":
		c.Col = 0
	case "End":
		c.Col = s.Cols - 1
	case "Ctrl+Home":
		c = gridCell{}
	case "Ctrl+End":
		c = gridCell{s.Rows - 1, s.Cols - 1}
	default:
		return c, false
	}
	return c.within(s), true
}

func (c gridCell) within(s gridSize) gridCell {
	top := 0
	if s.Head {
		top = -1
	}
	return gridCell{clamp(c.Row, top, max(top, s.Rows-1)), clamp(c.Col, 0, max(0, s.Cols-1))}
}

// id names the cell's element inside a grid, for aria-activedescendant.
func (c gridCell) id(grid string) string {
	if c.Row < 0 {
		return grid + "-h" + itoa(c.Col)
	}
	return grid + "-r" + itoa(c.Row) + "c" + itoa(c.Col)
}
