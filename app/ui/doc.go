// Package ui holds the pieces that screens are made of. A screen says what is
// to be seen; these pieces know how it looks, how it is reached by keyboard and
// what a screen reader hears.
//
// From the outside in:
//
//	frame      Rail, Page, Head, Card, Stats, Columns            layout.go, rail.go
//	words      Rich, Badge, Chip, Notice, Warnings, Failure,
//	           Explain, Disclosure, Toasts, Dialog
//	numbers    Stat, Meter, PlainTable, Table, HeatTable, Figure
//	asking     Button, IconButton, Segmented, Tabs, Menu,
//	           Field, TextArea, Select, Checkbox, Pick, FileDrop
//	waiting    Progress, Skeleton
//
// A piece without state is a function of its Props. A piece with state (what
// is hovered, how far a table is scrolled) is an app.Compo; screens write its
// exported fields and nothing else. Pieces hold no words of their own: those
// that speak take a Lang. They never save, copy or read a file themselves;
// Saver and FileDrop.OnFiles hand that to app/browser.
//
// Rules that go-app and the page's policy impose, kept here once for all:
//
//   - No style attribute, the policy blocks it. What depends on data is an SVG
//     attribute, a class from a scale (heat-0 … heat-20), or, for what must
//     follow the pointer, a property set by dom.go.
//   - go-app keeps an old handler if the new one has the same code, whatever it
//     captured. Handlers that close over Props go through fresh; components use
//     method values, which read the current fields.
//   - An event redraws the component it happened in and everything around it.
//     Pieces with fast events are islands, see island.go.
package ui
