package ingest

const windowSize = 64 << 10

type kernel struct{}

func newKernel(p *plan) kernel { return kernel{} }

func (r *reader) takeWindow(text []byte) int { return 0 }
