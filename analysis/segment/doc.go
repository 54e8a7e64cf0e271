// Package segment tells customers apart by what they bring: how unevenly revenue
// and profit are spread, who the key customers are, and which of them are alike.
//
// The way through the package:
//
//   - Concentrate draws the Lorenz curve of an amount and its Gini coefficient
//     (concentration.go).
//   - Tiers shares customers out by the amount they bring, into tenths of the
//     customers or into those who bring the first 80 % (tiers.go).
//   - Whale orders customers by profit and adds it up (whale.go).
//   - KMeans puts customers together who are alike: features made comparable (scale.go), near
//     customers taken together (sketch.go), several seedings (kmeans.go), each refined by Lloyd's
//     algorithm without most of its distances (lloyd.go), and what each number of clusters would
//     reach (scan.go, silhouette.go); clusters.go describes what comes of it.
//   - Rank lists the customers who matter most by weighted percentiles of several criteria
//     (percentiles.go, keycustomers.go), and says how much that hangs on the weights
//     (weights.go).
package segment
