package site

// The page's thread draws by calling into JavaScript, and each call is dear: a string is
// decoded, every value that comes back is kept in a table until Go's collector has
// finalized it. go-app calls once for each attribute, each child and each lookup of the
// document, and puts a listener that captures something off and on again at every redraw.
// The page's copy does the same with fewer calls:
//
//   - an element and its plain attributes are made by one call (goappElement of web/boot.js);
//   - children are appended together, by functions that return nothing to keep;
//   - a handler that has been replaced is called by the listener that is there.
//
// Tests of pieces read go-app as it is; those in a browser try the copy.

// quicker are changes of files of pkg/app.
var quicker = map[string][]change{
	"event.go": {{"\tjsHandler Func\n", "\tjsHandler Func\n\tcurrent   *EventHandler // what jsHandler calls\n"}},
	"strings.go": { // Aria and DataSet write everything with "%v"
		{"\tif len(v) == 0 {\n", `	if len(v) == 1 && format == "%v" {
		switch v := v[0].(type) {
		case string, int, bool:
			return toString(v)
		}
	}
	if len(v) == 0 {
`}},
	"node.go": {
		{`	jsElement, _ := Window().createElement(v.Tag(), v.XMLNamespace())
	v = v.setJSElement(jsElement)
	m.mountHTMLAttributes(ctx, v)
`, "\tv = v.setJSElement(makeElement(v, ctx.ResolveStaticResource))\n"},
		{"\tchildren := v.body()\n\tfor i,", "\tchildren := v.body()\n\tnodes := make([]any, len(children))\n\tfor i,"},
		{"\t\tchildren[i] = child\n\t\tv.JSValue().appendChild(child)\n\t}\n", `		children[i], nodes[i] = child, child.JSValue()
	}
	if len(nodes) > 0 {
		v.JSValue().Call("append", nodes...)
	}
`},
		{"\tevent := handler.event\n", "\tevent := handler.event\n\tcurrent := &handler.goHandler\n"},
		{"\t\t\tctx.Dispatch(func(ctx Context) {\n", "\t\t\tdo := *current\n\t\t\tctx.Dispatch(func(ctx Context) {\n"},
		{"\t\t\t\thandler.goHandler(ctx, event)\n", "\t\t\t\tdo(ctx, event)\n"},
		{"\t\tjsHandler: jsHandler,\n", "\t\tjsHandler: jsHandler,\n\t\tcurrent:   current,\n"},
		{"\t\tm.dismountHTMLEventHandler(handler)\n\t\tevents[event] =", `		if !newHandler.passive {
			*handler.current = newHandler.goHandler
			handler.goHandler, handler.scope = newHandler.goHandler, newHandler.scope
			events[event] = handler
			continue
		}
		m.dismountHTMLEventHandler(handler)
		events[event] =`},
	},
	"js_wasm.go": {
		{"\t\"syscall/js\"\n", "\t\"strings\"\n\t\"syscall/js\"\n"},
		{`v.Call("appendChild", c)`, `v.Call("append", c)`},
		{`v.Call("replaceChild", new, old)`, `old.JSValue().Call("replaceWith", new)`},
		{`v.Call("removeChild", c)`, `c.JSValue().Call("remove")`},
		{`w.Get("document").Call("createElement", tag)`, `document.Call("createElement", tag)`},
		{`w.Get("document").Call("createElementNS", xmlns, tag)`, `document.Call("createElementNS", xmlns, tag)`},
		{`w.Get("document").Call("createTextNode", v)`, `document.Call("createTextNode", v)`},
		{"func null() Value {\n", elementMaker},
	},
}

// elementMaker makes an element of a list of strings: tag, namespace, then names and
// values of attributes. Those that go-app sets as properties are set one by one.
const elementMaker = `var (
	document = value{jsValue: js.Global().Get("document")}
	maker    = js.Global().Get("goappElement")
)

func makeElement(v HTML, resolve attributeURLResolver) Value {
	parts := append(make([]string, 0, 16), v.Tag(), v.XMLNamespace())
	var others []string
	for name, text := range v.attrs() {
		text = resolveAttributeURLValue(name, text, resolve)
		if properties[name] || strings.IndexByte(text, 0) >= 0 {
			others = append(others, name, text)
			continue
		}
		parts = append(parts, name, text)
	}
	e := value{jsValue: maker.Invoke(strings.Join(parts, "\x00"))}
	for i := 0; i < len(others); i += 2 {
		setJSAttribute(e, others[i], others[i+1])
	}
	return e
}

// properties are the names that setJSAttribute does not hand to setAttribute.
var properties = map[string]bool{
	"value": true, "contenteditable": true, "ismap": true, "readonly": true,
	"async": true, "autofocus": true, "autoplay": true, "checked": true, "default": true, "defer": true, "disabled": true, "hidden": true,
	"loop": true, "multiple": true, "muted": true, "open": true, "required": true, "reversed": true, "selected": true,
}

func null() Value {
`
