package lifecycle

// A Stage is where a customer stands.
type Stage uint8

// The stages. A customer is in exactly one of those of Options.Model from the day of
// the first purchase on, and in NotYet before it.
const (
	NotYet      Stage = iota
	First             // of the funnel: has bought on one day
	Repeat            // of the funnel: has bought on more
	Exploration       // 考察期
	Growth            // 形成期
	Stability         // 稳定期
	Decline           // 退化期
	Lapsed            // of both
	stages      = iota
)

var stageKeys = [stages]string{"new", "first", "repeat", "exploration", "growth", "stability", "decline", "lapsed"}

// Key names the stage in catalogues, exports and groups.
func (s Stage) Key() string { return stageKeys[s] }

// MarshalText makes JSON say the key.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.Key()), nil }

// Stages lists the stages of a model in the order in which they are usually passed.
func (m Model) Stages() []Stage {
	if m == Funnel {
		return []Stage{First, Repeat, Lapsed}
	}
	return []Stage{Exploration, Growth, Stability, Decline, Lapsed}
}

// Alarm is the stage whose newcomers deserve a look: decline or, in the funnel, which
// does not know it, lapsed.
func (m Model) Alarm() Stage {
	if m == Funnel {
		return Lapsed
	}
	return Decline
}
