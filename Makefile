# Throughline. Each target has a help line; `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup build run test lint format bench clean
PORT ?= 8080
DATABASE ?= build/demo.db

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## install the packages that building and testing need
	@scripts/setup build test

build: ## build the release program: build/release/throughline
	@scripts/setup build
	@scripts/build release

run: build ## load the demo council and serve it on http://localhost:8080; ASSESSMENTS=DIR adds published pages
	@scripts/setup optional
	@scripts/run "$(DATABASE)" "$(PORT)" "$(ASSESSMENTS)"

test: ## run every test; REAL=DIR adds those that read real published pages
	@scripts/setup build test
	@scripts/test "$(REAL)"

lint: ## check formatting, includes, citations, permissions and words
	@scripts/setup build test
	@scripts/lint

format: ## format the C++
	@git ls-files 'src/*.[ch]pp' 'tests/*.[ch]pp' 'bench/*.[ch]pp' | xargs clang-format-14 -i

bench: build ## measure against peers, side by side
	@scripts/setup build test bench
	@scripts/bench

clean: ## remove what was built
	@rm -rf build
