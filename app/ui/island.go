package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// An island lets a component redraw itself without redrawing what is around it.
//
// go-app counts, for each event, one redraw for the component that holds the
// element and one for each component around it; Context.PreventUpdate takes
// one away from its component and from those around that. A piece with fast
// events is therefore two components: the outer one, which screens place, and
// an inner one that holds the state and the elements. Taking one away from the
// outer one leaves the inner one's redraw standing alone.
type island struct {
	around app.Context
	found  bool
	rev    int // grows when the outer component is given new fields
}

// land is called by the outer component's OnMount.
func (i *island) land(ctx app.Context) { i.around, i.found = ctx, true }

// alone keeps the event at hand from redrawing anything but the inner component.
func (i *island) alone() {
	if i.found {
		i.around.PreventUpdate()
	}
}
