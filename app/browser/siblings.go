package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A Deed is what another tab of this folder's page has done to what they share. It is one
// word: nothing of anybody's data is ever told.
type Deed string

// The deeds.
const (
	DeedKept    Deed = "kept"    // it remembers its project now
	DeedForgot  Deed = "forgot"  // what was remembered
	DeedErased  Deed = "erased"  // everything
	DeedUpdated Deed = "updated" // the site's offline copy is of another version
)

// Siblings are the other tabs in which this folder's page is open, as far as this browser
// lets pages hear of each other. Its zero value has none.
type Siblings struct{ channel app.Value }

// Meet calls f with what the others do. It ends with the page.
func Meet(f func(Deed)) Siblings {
	channel, err := catch(func() app.Value { return construct("BroadcastChannel", databaseName()) })
	if err != nil {
		return Siblings{}
	}
	listen(channel, "message", func(event app.Value) { f(Deed(event.Get("data").String())) })
	return Siblings{channel}
}

// Tell tells the others.
func (s Siblings) Tell(d Deed) {
	if s.channel != nil {
		catch(func() app.Value { return s.channel.Call("postMessage", string(d)) })
	}
}
