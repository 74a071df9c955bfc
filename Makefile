# `make serve` and `make test` set up everything they need; the rest is for people who know their way around.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000

.PHONY: serve build test check lint browser bench lock clean
serve: .venv/ready
	$(BIN)/bouncekb serve --port $(PORT)

build: .venv/ready
	$(BIN)/bouncekb build

test: lint check browser
	$(BIN)/python -m pytest

check: .venv/ready
	$(BIN)/bouncekb check

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

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

lock: .venv/ready
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --group dev --group build -o requirements.txt pyproject.toml

clean:
	rm -rf .venv site site.old .site-* .pytest_cache .mypy_cache .ruff_cache .hypothesis
