# Everything there is to do here; `make` lists it. Set-up happens by itself.
.DEFAULT_GOAL := help
SHELL := /bin/bash

VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
SANDBOX_PORT ?= 8080

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

setup: $(VENV)/.runtime ## Make the virtual environment (the others do it when needed)

$(VENV)/.%: requirements/%.txt pyproject.toml tools/setup
	tools/setup $(VENV) $<
	@touch $@

serve: setup ## Build, serve site, PDF and sandbox at http://127.0.0.1:8000, build again on changes
	$(BIN)/errorbook serve --port $(PORT)

site: setup ## Build the site with its PDFs into site/
	$(BIN)/errorbook build

sandbox: setup ## Serve the sandbox alone at http://127.0.0.1:8080
	$(BIN)/errorbook sandbox --port $(SANDBOX_PORT)

reproduce: setup ## Run every example against the sandbox and compare
	$(BIN)/errorbook reproduce

test: $(VENV)/.all ## Run the tests (installs Chromium and Node.js by apt-get if root and missing)
	tools/need chromium libatomic1 node curl  # Playwright brings a Node.js that needs libatomic1
	$(BIN)/pytest -n 2

languages: $(VENV)/.all ## Run every printed request in its six languages, and the example files in httpYac
	tools/need node npm curl javac go php php-curl
	tools/httpyac --version
	$(BIN)/pytest -n 2 -m long tests/examples tests/languages tests/site

check: $(VENV)/.all ## Formatting, lint, types of the Python code, tables
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/errorbook check

types: setup ## Types of the scripts, by TypeScript
	tools/need node npm
	"$$(tools/package typescript@5.9.3)/bin/tsc" --project docs/assets/jsconfig.json

fuzz: $(VENV)/.all ## Send the sandbox thousands of hostile requests, hold it against a model for longer
	SANDBOX_EXAMPLES=300 $(BIN)/pytest -n 2 tests/sandbox/test_fuzz.py tests/sandbox/test_model.py

corpus: $(VENV)/.all ## Test and print how many pastes of each shape the matcher finds
	tools/need node
	$(BIN)/pytest -n 2 -m long tests/corpus
	PYTHONPATH=tests/support $(BIN)/python -m corpus

browser: $(VENV)/.all ## Run the longer tests in a browser
	tools/need chromium libatomic1 node npm
	$(BIN)/pytest -n 2 -m long tests/browser

bench: $(VENV)/.all ## Measure the sandbox beside a bare route, the explorer beside other searches
	tools/need chromium libatomic1 node npm
	$(BIN)/python benchmarks/sandbox_overhead.py
	$(BIN)/python benchmarks/explorer_speed.py

screenshots: $(VENV)/.all ## Take the README's screenshots of the site that `make serve` serves
	tools/need chromium
	$(BIN)/python tools/screenshots.py http://127.0.0.1:$(PORT)/

lock: $(VENV)/.all ## Pin the requirements again, with hashes and without addresses
	tools/lock

.PHONY: help setup serve site sandbox reproduce test languages browser fuzz corpus check types bench screenshots lock
