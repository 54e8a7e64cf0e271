package i18n

// areas are all catalogues. A test holds that each one in this package is
// here, and that no two of them define the same key. The wasm programs are built
// without this file and those of the catalogues: see unpack.
var areas = []Catalogue{
	// the page
	commonCatalogue, bootCatalogue, browserCatalogue, shellCatalogue,
	dataCatalogue, segmentsCatalogue, scoresCatalogue, valueCatalogue, retentionCatalogue, survivalTabCatalogue, customersCatalogue, selfcheckCatalogue,
	piecesCatalogue, tourCatalogue, definitionCatalogue, overviewCatalogue,
	spreadCatalogue, clustersCatalogue, groupsCatalogue,
	migrationCatalogue, keyCustomersCatalogue, lifecycleCatalogue,
	profilesCatalogue,
	portfolioCatalogue, numbersCatalogue, ladderCatalogue,
	exhibitsCatalogue, reportCatalogue,
	projectsCatalogue, safetyCatalogue,
	keepCatalogue,
	keysCatalogue, presenterCatalogue, apartCatalogue,
	// the analysis
	ingestCatalogue, bytesCatalogue, readerCatalogue, dialectCatalogue, rolesCatalogue, engineCatalogue, rfmCatalogue, clvCatalogue, cohortCatalogue, survivalCatalogue, hazardsCatalogue, sampleCatalogue,
	churnCatalogue,
	curvesCatalogue, figuresCatalogue,
	joinsCatalogue, statesCatalogue, contractsCatalogue, projectionCatalogue,
	modelsCatalogue, worthCatalogue, cardCatalogue,
	ratesCatalogue,
	projectCatalogue,
	// the command line
	cliCatalogue, cliCLVCatalogue, cliDefinitionCatalogue, cliRetentionCatalogue, cliProjectCatalogue,
}

// messages is all catalogues in one.
var messages = merge(areas)

func merge(areas []Catalogue) Catalogue {
	all := Catalogue{}
	for _, area := range areas {
		for key, entry := range area {
			all[key] = entry
		}
	}
	return all
}
