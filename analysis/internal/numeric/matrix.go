package numeric

import "math"

// A Matrix is square, N×N, stored by rows.
type Matrix struct {
	N int
	A []float64
}

// NewMatrix returns an N×N matrix of zeros.
func NewMatrix(n int) Matrix { return Matrix{n, make([]float64, n*n)} }

// At returns the element of row i and column j.
func (m Matrix) At(i, j int) float64 { return m.A[i*m.N+j] }

// Set replaces the element of row i and column j.
func (m Matrix) Set(i, j int, v float64) { m.A[i*m.N+j] = v }

// Clone returns a copy.
func (m Matrix) Clone() Matrix { return Matrix{m.N, append([]float64(nil), m.A...)} }

// Mirror copies the lower triangle to the upper one.
func (m Matrix) Mirror() {
	for i := range m.N {
		for j := range i {
			m.Set(j, i, m.At(i, j))
		}
	}
}

// Quadratic returns vᵀ·M·v.
func (m Matrix) Quadratic(v []float64) float64 {
	var sum Sum
	for i := range m.N {
		for j := range m.N {
			sum.Add(float64(float64(v[i]*m.At(i, j)) * v[j]))
		}
	}
	return sum.Value()
}

// Cholesky returns lower-triangular L with L·Lᵀ = M for symmetric M, reading
// its lower triangle. ok is false where M is not positive definite.
func (m Matrix) Cholesky() (l Matrix, ok bool) {
	l = NewMatrix(m.N)
	for i := range m.N {
		for j := range i + 1 {
			v := m.At(i, j)
			for k := range j {
				v -= float64(l.At(i, k) * l.At(j, k))
			}
			if i > j {
				l.Set(i, j, v/l.At(j, j))
				continue
			}
			if !(v > 0) || math.IsInf(v, 0) {
				return l, false
			}
			l.Set(i, i, math.Sqrt(v))
		}
	}
	return l, true
}

// SolveCholesky returns x with L·Lᵀ·x = b.
func (m Matrix) SolveCholesky(b []float64) []float64 {
	x := append([]float64(nil), b...)
	for i := range m.N {
		for k := range i {
			x[i] -= float64(m.At(i, k) * x[k])
		}
		x[i] /= m.At(i, i)
	}
	for i := m.N - 1; i >= 0; i-- {
		for k := i + 1; k < m.N; k++ {
			x[i] -= float64(m.At(k, i) * x[k])
		}
		x[i] /= m.At(i, i)
	}
	return x
}

// Inverse returns the inverse of a symmetric positive definite matrix; ok is
// false where it is not.
func (m Matrix) Inverse() (inverse Matrix, ok bool) {
	l, ok := m.Cholesky()
	inverse = NewMatrix(m.N)
	if !ok {
		return inverse, false
	}
	for j := range m.N {
		unit := make([]float64, m.N)
		unit[j] = 1
		for i, v := range l.SolveCholesky(unit) {
			inverse.Set(i, j, v)
		}
	}
	return inverse, true
}
