package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// An Icon names a drawing on a 20 × 20 grid, in the colour of the text around it.
type Icon string

// The icons.
const (
	IconNone     Icon = ""
	IconData     Icon = "data"
	IconDefine   Icon = "define"
	IconOverview Icon = "overview"
	IconRetain   Icon = "retain"
	IconSegments Icon = "segments"
	IconValue    Icon = "value"
	IconPeople   Icon = "people"
	IconLearn    Icon = "learn"
	IconReport   Icon = "report"
	IconPrivacy  Icon = "privacy"
	IconUnlocked Icon = "unlocked"
	IconSave     Icon = "save"
	IconCopy     Icon = "copy"
	IconExplain  Icon = "explain"
	IconTable    Icon = "table"
	IconFile     Icon = "file"
	IconImage    Icon = "image"
	IconUpload   Icon = "upload"
	IconClose    Icon = "close"
	IconCheck    Icon = "check"
	IconWarning  Icon = "warning"
	IconError    Icon = "error"
	IconInfo     Icon = "info"
	IconHelp     Icon = "help"
	IconSun      Icon = "sun"
	IconMoon     Icon = "moon"
	IconLanguage Icon = "language"
	IconSearch   Icon = "search"
	IconUp       Icon = "up"
	IconDown     Icon = "down"
	IconRight    Icon = "right"
	IconLeft     Icon = "left"
	IconMenu     Icon = "menu"
	IconMore     Icon = "more"
	IconPrint    Icon = "print"
	IconUndo     Icon = "undo"
	IconRedo     Icon = "redo"
	IconOffline  Icon = "offline"
	IconCalendar Icon = "calendar"
	IconSparkle  Icon = "sparkle"
	IconPlay     Icon = "play"
	IconPause    Icon = "pause"
	IconAdd      Icon = "add"
)

// paths are the icons' outlines; components.css strokes them.
var paths = map[Icon]string{
	IconData:     `<ellipse cx="10" cy="4.75" rx="6" ry="2.25"/><path d="M4 4.75v10.5c0 1.24 2.69 2.25 6 2.25s6-1.01 6-2.25V4.75"/><path d="M4 10c0 1.24 2.69 2.25 6 2.25s6-1.01 6-2.25"/>`,
	IconDefine:   `<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.75 1.75"/>`,
	IconOverview: `<path d="M3 17h14"/><path d="M5.5 17v-5M10 17V4M14.500 17V8.500"/>`,
	IconRetain:   `<path d="M3 4v13h14"/><path d="M5.500 6c1 4.500 3 6 10.500 6.500"/>`,
	IconSegments: `<rect x="3.500" y="3.500" width="5.500" height="5.500" rx="1.250"/><rect x="11" y="3.500" width="5.500" height="5.500" rx="1.250"/><rect x="3.500" y="11" width="5.500" height="5.500" rx="1.250"/><rect x="11" y="11" width="5.500" height="5.500" rx="1.250"/>`,
	IconValue:    `<circle cx="10" cy="10" r="7"/><path d="M7 6l3 4 3-4M10 10v4.500M7.500 10.500h5M7.500 12.500h5"/>`,
	IconPeople:   `<circle cx="7.500" cy="7" r="3"/><path d="M2.500 16.500c.4-3 2.500-4.500 5-4.500s4.600 1.500 5 4.500"/><path d="M13 4.500a2.750 2.750 0 0 1 0 5.250M14.500 12.250c1.750.5 2.750 2 3 4.250"/>`,
	IconLearn:    `<path d="M2.500 7.500 10 4l7.500 3.500L10 11z"/><path d="M5.500 9v4.250c1 1.250 2.750 2 4.500 2s3.500-.75 4.500-2V9M17.500 7.500V12"/>`,
	IconReport:   `<path d="M5 2.750h6.500L15.500 7v10.250H5z"/><path d="M11.250 2.750V7.250h4.250M7.750 10.500h5M7.750 13.500h5"/>`,
	IconPrivacy:  `<rect x="4" y="9" width="12" height="8" rx="2"/><path d="M6.750 9V6.500a3.250 3.250 0 0 1 6.500 0V9M10 12.250v1.750"/>`,
	IconUnlocked: `<rect x="4" y="9" width="12" height="8" rx="2"/><path d="M6.750 9V6.500a3.250 3.250 0 0 1 6.250-1.250M10 12.250v1.750"/>`,
	IconSave:     `<path d="M10 3v9.500M6.250 9 10 12.750 13.750 9M3.500 16.500h13"/>`,
	IconCopy:     `<rect x="7" y="7" width="9.500" height="9.500" rx="2"/><path d="M13 7V5.500a2 2 0 0 0-2-2H5.500a2 2 0 0 0-2 2V11a2 2 0 0 0 2 2H7"/>`,
	IconExplain:  `<path d="M13.500 3.750c-2.250-.75-3.250.5-3.500 2.250L8.500 15c-.25 1.500-1.250 2.250-2.750 1.750M6.750 8.750h6"/>`,
	IconTable:    `<rect x="3" y="4" width="14" height="12" rx="1.750"/><path d="M3 8h14M3 12h14M8.500 8v8"/>`,
	IconFile:     `<path d="M5 2.750h6.500L15.500 7v10.250H5z"/><path d="M11.250 2.750V7.250h4.250"/>`,
	IconImage:    `<rect x="3" y="4" width="14" height="12" rx="1.750"/><path d="m3.500 14 4-4 3 3 2.250-2.250 3.750 3.500"/><circle cx="12.750" cy="7.500" r="1"/>`,
	IconUpload:   `<path d="M10 13V3.750M6.250 7.250 10 3.500l3.750 3.750M3.500 12.500v2.250a1.750 1.750 0 0 0 1.750 1.750h9.500a1.750 1.750 0 0 0 1.750-1.750V12.500"/>`,
	IconClose:    `<path d="m5 5 10 10M15 5 5 15"/>`,
	IconCheck:    `<path d="m4 10.500 4 4 8-9"/>`,
	IconWarning:  `<path d="M10 3 2.500 16.250h15z"/><path d="M10 8v4M10 14.250v.01"/>`,
	IconError:    `<path d="M6.750 2.750h6.500l4 4v6.500l-4 4h-6.500l-4-4v-6.500z"/><path d="M10 6.250v4.500M10 13.750v.01"/>`,
	IconInfo:     `<circle cx="10" cy="10" r="7"/><path d="M10 9.250v4.500M10 6.500v.01"/>`,
	IconHelp:     `<circle cx="10" cy="10" r="7"/><path d="M7.750 7.750A2.250 2.250 0 1 1 10 10.250v1M10 13.750v.01"/>`,
	IconSun:      `<circle cx="10" cy="10" r="3.250"/><path d="M10 2.500v1.750M10 15.750v1.750M2.500 10h1.750M15.750 10h1.750M4.700 4.700l1.250 1.250M14.050 14.050l1.250 1.250M15.300 4.700l-1.250 1.250M5.950 14.050 4.700 15.300"/>`,
	IconMoon:     `<path d="M16.500 11.750A7 7 0 0 1 8.250 3.500a7 7 0 1 0 8.250 8.250z"/>`,
	IconLanguage: `<path d="M2.750 5h8M6.750 3v2M9 5c-.75 3.250-2.750 5.750-5.750 7M4.750 7.500c1 2 2.750 3.500 5 4.500M9.500 17.250 13.250 8.500 17 17.250M10.750 14.500h5"/>`,
	IconSearch:   `<circle cx="8.750" cy="8.750" r="5.250"/><path d="m12.750 12.750 4 4"/>`,
	IconUp:       `<path d="M5 12.500 10 7.500l5 5"/>`,
	IconDown:     `<path d="m5 7.500 5 5 5-5"/>`,
	IconRight:    `<path d="m7.500 5 5 5-5 5"/>`,
	IconLeft:     `<path d="m12.500 5-5 5 5 5"/>`,
	IconMenu:     `<path d="M3 5.500h14M3 10h14M3 14.500h14"/>`,
	IconMore:     `<path d="M4.500 10v.01M10 10v.01M15.500 10v.01"/>`,
	IconPrint:    `<path d="M6 7V3.500h8V7M6 14H4.500A1.500 1.500 0 0 1 3 12.500v-4A1.500 1.500 0 0 1 4.500 7h11A1.500 1.500 0 0 1 17 8.500v4a1.500 1.500 0 0 1-1.500 1.500H14"/><path d="M6 11.500h8v5.250H6z"/>`,
	IconUndo:     `<path d="M6.750 4 3 7.750l3.750 3.750"/><path d="M3.250 7.750h8.500a4.250 4.250 0 0 1 0 8.500H7.500"/>`,
	IconRedo:     `<path d="M13.250 4 17 7.750l-3.750 3.750"/><path d="M16.750 7.750H8.250a4.250 4.250 0 0 0 0 8.500h4.250"/>`,
	IconOffline:  `<path d="M3 3l14 14M5 9.750a8 8 0 0 1 3.250-2M2.500 6.750A11.500 11.500 0 0 1 5 5.250M9.250 4.250a11.500 11.500 0 0 1 8.250 2.500M12.500 8.250c1 .4 1.800.9 2.500 1.500M7.500 12.500a4.250 4.250 0 0 1 4-.9M10 15.750v.01"/>`,
	IconCalendar: `<rect x="3.250" y="4.500" width="13.500" height="12" rx="2"/><path d="M3.250 8.500h13.500M6.750 2.750V6M13.250 2.750V6"/>`,
	IconPlay:     `<path d="M6.500 4.250v11.500l9-5.750z"/>`,
	IconPause:    `<path d="M7 4.500v11M13 4.500v11"/>`,
	IconAdd:      `<path d="M10 4v12M4 10h12"/>`,
	IconSparkle:  `<path d="M10 3c.6 4 2.500 6.200 7 7-4.500.8-6.400 3-7 7-.6-4-2.500-6.200-7-7 4.500-.8 6.400-3 7-7z"/>`,
}

// Draw returns the icon; screen readers skip it.
func (i Icon) Draw() app.UI {
	return app.Raw(`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">` + paths[i] + `</svg>`)
}

// Logo returns the product's mark: a bucket that holds. The full drawing is
// web/icons/logo.svg; this one takes its colours from the theme.
func Logo() app.UI {
	return app.Raw(`<svg class="logo" viewBox="0 0 64 64" aria-hidden="true" focusable="false">` +
		`<path class="logo-handle" d="M12 20C13 4.500 51 4.500 52 20"/>` +
		`<path class="logo-fill" d="M12 32.500c6.600-3.600 13.300-3.600 20 0s13.400 3.600 20 0l-3.100 21a5.200 5.200 0 0 1-5.140 4.410H20.240a5.200 5.200 0 0 1-5.140-4.410z"/>` +
		`<path class="logo-rim" d="M10 20h44l-5.100 33.500a5.200 5.200 0 0 1-5.140 4.410H20.240a5.200 5.200 0 0 1-5.140-4.410z"/></svg>`)
}
