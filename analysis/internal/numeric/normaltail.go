package numeric

import "math"

const halfLogPi = 0.57236494292470008707 // ½ ln π

// NormalLogTail returns ln(1 − Φ(u)), within 1e-13·max(1, |result|): the logarithm of
// the chance that a normal number is above u, however far out.
func NormalLogTail(u float64) float64 {
	z := float64(u * u / 2)
	switch {
	case math.IsNaN(u) || math.IsInf(u, 0):
		return min(-u, 0)
	case u < 0:
		return Log1p(-float64(0.5 * erfcRoot(z)))
	case z < 1.5:
		return Log(float64(0.5 * erfcRoot(z)))
	}
	return float64(0.5*Log(z)) - halfLogPi - math.Ln2 - z - Log(erfcFraction(z))
}

// NormalHazard returns φ(u) ÷ (1 − Φ(u)), relatively within 1e-12: the hazard of a
// normal law, the inverse of Mills's ratio. It grows as u + 1/u.
func NormalHazard(u float64) float64 {
	z := float64(u * u / 2)
	if u > 0 && z >= 1.5 {
		return 2 * erfcFraction(z) / u
	}
	tail := float64(0.5 * erfcRoot(z))
	if u < 0 {
		tail = 1 - tail
	}
	return Exp(-z-halfLog2Pi) / tail
}
