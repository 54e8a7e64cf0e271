package screen

// A Place is a part of a screen that a person can go to.
type Place struct {
	Label string
	Tab   string // id of its tab
	On    bool   // it is in sight
	Show  func() // makes it the part in sight; opening the screen is the caller's
}
