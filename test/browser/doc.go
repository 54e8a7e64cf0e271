// Package browser tests the product as a person meets it: built, served, and
// opened in a real browser.
//
// TestMain builds the site once. A test serves it with serve, opens it in a
// tab with a fresh profile, and talks to the page as little as a person would:
// it looks at what shows, clicks, types and chooses files.
package browser
