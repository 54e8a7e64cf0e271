package site

import "encoding/base64"

// Single writes everything into one page that opens from a disk by a double
// click. It is locked from its first byte.
func (s *Site) Single() ([]byte, error) {
	a := s.parts.assets
	for _, script := range [][]byte{a.boot, a.wasmExec, a.selfTest, a.worker, a.licences} {
		if err := inlined("script", script); err != nil {
			return nil, err
		}
	}
	if err := inlined("style", a.css); err != nil {
		return nil, err
	}
	c := s.newConfig()
	c.Single, c.Dev, c.Files, c.Hashes = true, false, nil, nil
	p := s.newPage(singlePolicy(a.css, a.boot, a.wasmExec, a.selfTest), c)
	p.Single = true
	p.CSS, p.BootJS, p.WasmExec = string(a.css), string(a.boot), string(a.wasmExec)
	p.SelfTestJS, p.WorkerJS = string(a.selfTest), string(a.worker)
	p.PageProgram = base64.StdEncoding.EncodeToString(s.Body(PageProgram))
	p.EngineProgram = base64.StdEncoding.EncodeToString(s.Body(EngineProgram))
	p.Licences = string(a.licences)
	return s.render(p)
}
