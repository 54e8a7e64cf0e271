# Each word builds, checks or shows one thing; `make help` lists them.

GO ?= go
STATICCHECK := v0.8.2

.DEFAULT_GOAL := help
# How long each fuzz target of make fuzz runs.
FUZZTIME ?= 60s
FIT ?= Fit$$|OneStart|Group|BootstrapCDNOW|BakeoffCDNOW

.PHONY: measure profile help fuzz spectrum run test unit wasm browser browsers site single dist dev check bench bench-browser bench-fit size golden screenshots

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1	\2/p' $(MAKEFILE_LIST) | expand -t 16

run: site ## build everything and serve it on 127.0.0.1
	@$(GO) run ./cmd/site serve

site: ## build the static folder, build/site
	@$(GO) run ./cmd/site build

single: ## build everything into one page, build/churnbench.html
	@$(GO) run ./cmd/site single

dist: ## build the release archive with checksums, dist/
	@$(GO) run ./cmd/site dist

dev: ## serve, rebuild and reload on change
	@$(GO) run ./cmd/site dev

test: spectrum unit wasm browser ## all tests: unit, contract, wasm, browser

unit: ## tests of everything that needs no browser
	$(GO) test $$($(GO) list ./... | grep -v /test/browser)

spectrum: # brings the package csv-spectrum, which tests of ingest read
	@command -v npm >/dev/null || { echo "npm is missing: csv-spectrum is left out"; exit 0; }; \
		cd analysis/ingest/testdata/spectrum && npm ci --silent --no-audit --no-fund

fuzz: ## fuzz the parsers, 60 s each (FUZZTIME=10s for less)
	@for file in $$(git grep -l '^func Fuzz' -- '*_test.go'); do \
		for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\)(.*/\1/p' $$file); do \
			echo "$$name ($$(dirname $$file))"; \
			$(GO) test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) ./$$(dirname $$file) || exit 1; \
		done; \
	done

wasm: browsers ## tests of what runs in the worker, as wasm, in a browser
	$(GO) build -o build/wasmtest ./cmd/wasmtest
	GOOS=js GOARCH=wasm $(GO) test -tags minimal -exec '$(CURDIR)/build/wasmtest' ./analysis/... ./internal/blob

browser: browsers ## the product in a real browser
	$(GO) test -count=1 -timeout 40m ./test/browser/...

browsers: # finds the tests' browsers, or installs them
	@$(GO) run ./cmd/site browsers

check: ## gofmt, vet (native and wasm), staticcheck, import rules
	@unformatted=$$(gofmt -l $$(git ls-files --cached --others --exclude-standard "*.go")); test -z "$$unformatted" || { echo "gofmt these:"; echo "$$unformatted"; exit 1; }
	$(GO) vet ./...
	GOOS=js GOARCH=wasm $(GO) vet ./analysis/... ./app/... ./cmd/workbench ./cmd/engine ./internal/blob ./bench/browser/engine
	GOBIN='$(CURDIR)/build' $(GO) install honnef.co/go/tools/cmd/staticcheck@$(STATICCHECK)
	build/staticcheck ./...
	GOOS=js GOARCH=wasm build/staticcheck ./cmd/workbench ./cmd/engine ./internal/blob ./bench/browser/engine ./app/...
	$(GO) test -run 'TestHouse' .

bench: ## benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

bench-browser: browsers ## the engine against DuckDB-WASM, Papa Parse and JavaScript, in a browser (BENCH='-rows 100000')
	$(GO) run ./bench/browser $(BENCH)

bench-fit: browsers ## fits, bake-off and bootstrap in a worker of a browser (FIT='OneStart')
	$(GO) build -o build/wasmtest ./cmd/wasmtest
	GOOS=js GOARCH=wasm $(GO) test -tags minimal -exec '$(CURDIR)/build/wasmtest' ./analysis/clv -run '^$$' -bench '$(FIT)' -benchtime 3x

size: ## sizes of the programs against their budgets
	@$(GO) run ./cmd/site size

measure: browsers ## what a person waits for: start, sizes, every screen, in a browser
	@$(GO) run ./cmd/site measure $(MEASURE)

profile: browsers ## what the page's thread does at the start and on every screen, by function
	@$(GO) run ./cmd/site profile $(PROFILE)

screenshots: ## take the pictures of the documents, every screen
	@$(GO) run ./cmd/site screenshots

golden: ## rewrite the golden files; review the diff
	$(GO) test ./analysis/... ./app/... -update
