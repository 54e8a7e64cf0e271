package survival

// A Label names a group of customers or a cause of loss: by the file's own word, or
// by the key of a message where the file has none (other causes, cause unknown).
type Label struct{ Text, Key string }

// Name returns the text, or the key where there is none.
func (l Label) Name() string {
	if l.Text != "" {
		return l.Text
	}
	return l.Key
}

// Labels that no file has.
var (
	OtherCauses  = Label{Key: "survival.cause.other"}
	UnknownCause = Label{Key: "survival.cause.unknown"}
	OtherGroups  = Label{Key: "survival.group.other"}
	TopTier      = Label{Key: "survival.tier.top"}
	MiddleTier   = Label{Key: "survival.tier.middle"}
	RestTier     = Label{Key: "survival.tier.rest"}
)

// MaxShown bounds the groups, and the causes, of one figure, the folded rest among
// them: as many as there are colours that stay apart for every eye.
const MaxShown = 6
