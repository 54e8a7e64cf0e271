package churn

// A Preset is a definition that a sector commonly starts from. It is an assumption:
// a convention of practice, to be replaced by what the client's own data say. Its
// name is the catalogue key "churn.preset."+Key, the reason for it that plus ".why".
type Preset struct {
	Key        string
	Definition Definition
}

// Presets lists the presets, the general one first. Those by contract need a column
// of end dates or states before they can be used.
func Presets() []Preset {
	silent := func(key string, days int) Preset { return Preset{key, Definition{Window: days}} }
	contract := func(key string) Preset { return Preset{key, Definition{Kind: Explicit}} }
	return []Preset{
		silent("year", 365),
		silent("ecommerce", 90),
		silent("restaurant", 60),
		silent("retail", 180),
		silent("hotel", 365),
		silent("car", 540),
		silent("b2b", 180),
		silent("bank", 180),
		contract("telecom"),
		contract("insurance"),
	}
}
