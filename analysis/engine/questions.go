package engine

// Questions are what a person has asked of a dataset: everything that she decided, and
// nothing that came of it. A question is nil while it has not been asked. Layouts are zero:
// the same Questions are the same on every page and on the command line.
//
// A project keeps them, undo goes back to earlier ones, and Receipts puts them again.
type Questions struct {
	Definition *DefinitionRequest
	Rates      *RatesRequest

	Cohorts    *CohortsRequest
	Ladder     *LadderRequest
	Survival   *SurvivalRequest
	Hazards    *HazardsRequest
	Projection *ProjectionRequest

	Segments      *SegmentsRequest
	Concentration *ConcentrationRequest
	KeyCustomers  *KeyCustomersRequest
	Clusters      *ClustersRequest
	Lifecycle     *LifecycleRequest
	Migration     *MigrationRequest
	Profiles      *ProfilesRequest
	Portfolio     *PortfolioRequest

	Value      *ValueRequest
	Bakeoff    *BakeoffRequest
	Bootstrap  *BootstrapRequest
	Covariates *CovariatesRequest
	Drivers    *DriversRequest

	Customers *CustomersRequest // Offset and Limit 0

	ClusterNames []string // that the person gave to the clusters of Clusters, "" for those without
}
