package tour

import "testing"

func TestMove(t *testing.T) {
	var s State
	s.Start()
	for range len(Steps) - 1 {
		if s.Last() {
			t.Fatal("it ends early")
		}
		s.Move(1)
	}
	if !s.On || !s.Last() {
		t.Fatalf("%+v is not at the last step", s)
	}
	if s.Move(1); s.On || s.Step != 0 {
		t.Errorf("after the last step it is %+v", s)
	}
	s.Start()
	if s.Move(-1); s.On {
		t.Error("before the first step it goes on")
	}
}
