package i18n

import (
	"testing"

	"churnbench/analysis/ingest"
)

// Keys of roles, kinds and presets are put together from their names, so that a search
// through the source does not find them.
func TestRolesKindsAndPresetsHaveWords(t *testing.T) {
	need := func(key string) {
		if !Has(Key(key)) {
			t.Errorf("no catalogue has %q", key)
		}
	}
	for _, r := range append([]ingest.Role{"ignore"}, ingest.Roles...) {
		need("ingest.role-" + string(r))
		need("role." + string(r))
		need("role." + string(r) + ".hint")
	}
	for _, p := range ingest.Presets {
		need("preset." + p.Key)
	}
	for _, k := range ingest.Kinds {
		need("kind." + string(k))
		need("kind." + string(k) + ".hint")
	}
}
