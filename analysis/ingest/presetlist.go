package ingest

// Presets are the programs whose exports are recognised. To add one, add an
// entry, its name in app/i18n/roles.go and its rows in presets_test.go.
var Presets = []Preset{}
