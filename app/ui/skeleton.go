package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Skeleton stands where lines of text will be.
func Skeleton(lines int) app.UI {
	body := make([]app.UI, lines)
	for i := range body {
		body[i] = app.Span().Class("skeleton skeleton-line")
	}
	return app.Div().Class("skeleton-text").Aria("hidden", true).Body(body...)
}

// SkeletonFigure stands where a figure will be.
func SkeletonFigure() app.UI {
	return app.Div().Class("skeleton skeleton-figure").Aria("hidden", true)
}
