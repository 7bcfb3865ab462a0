# `make demo` and `make test` are all a newcomer needs. Each sets up .venv first, and that takes no
# time when nothing has changed.

SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKERS ?= auto

# The distribution's own python3 comes first: it is the one that python3-venv serves.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$p; break; fi; done)

.PHONY: help setup spark demo test test-deep lint format bench docs lock clean nolle

help:  ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY)  ## build .venv from the lock file (a second run does nothing)

nolle: setup  ## the same as setup: afterwards .venv/bin/nolle is ready

# uv installs the lock in seconds where pip needs most of a minute. It is itself installed from the
# lock, by hash. Behind a package mirror that only pip is configured for, pip does the whole job.
$(READY): requirements/dev.txt pyproject.toml
	@if [ -z "$(PYTHON)" ]; then echo "nolle needs Python 3.11 or newer. Install it, or say which: make setup PYTHON=/path/to/python" >&2; exit 1; fi
	@if ! $(PYTHON) -c 'import ensurepip' 2>/dev/null; then \
		if ! command -v apt-get >/dev/null; then \
			echo "$(PYTHON) has no ensurepip, so it cannot build a virtual environment. Install the venv package of your system and run make again." >&2; exit 1; fi; \
		sudo=; if [ "$$(id -u)" -ne 0 ]; then sudo=sudo; fi; \
		if [ -n "$$sudo" ] && ! command -v sudo >/dev/null; then \
			echo "python3-venv is missing. As root, run: apt-get install python3-venv. Then run make again." >&2; exit 1; fi; \
		echo "Installing python3-venv ..."; \
		$$sudo apt-get update -qq; \
		$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv; \
	fi
	@if ! $(BIN)/python -c '' 2>/dev/null; then echo "Building $(VENV) ..."; $(PYTHON) -m venv --clear $(VENV); fi
	@rm -f $(VENV)/.ready*
	@awk '/^[^ ]/ {keep = /^uv==/} keep' requirements/dev.txt > $(VENV)/uv.txt
	@PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install -q --require-hashes --no-deps -r $(VENV)/uv.txt
	@echo "Installing what requirements/dev.txt names ..."
	@$(BIN)/uv pip sync -q --system-certs --python $(BIN)/python --require-hashes requirements/dev.txt || { \
		echo "uv could not install them; pip is trying, which takes longer ..."; \
		$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.txt; }
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation --no-index -e .
	@touch $@

# make setup-spark, make setup-office, make setup-postgres: the same environment, with that extra.
setup-%: $(READY) requirements/%.txt
	@if [ ! -e $(READY)-$* ] || [ requirements/$*.txt -nt $(READY)-$* ]; then \
		echo "Installing what requirements/$*.txt names ..."; \
		$(BIN)/python -m pip install -q --require-hashes --no-build-isolation -r requirements/$*.txt; \
		touch $(READY)-$*; fi

# The tests ask a docket of a real Spark, which runs on Debian's Java.
spark: setup setup-spark
	@if ! command -v java >/dev/null && [ ! -x "$${JAVA_HOME:-/nowhere}/bin/java" ]; then \
		if ! command -v apt-get >/dev/null; then \
			echo "Spark needs Java 17, and there is no java. Install it and run make again." >&2; exit 1; fi; \
		sudo=; if [ "$$(id -u)" -ne 0 ]; then sudo=sudo; fi; \
		if [ -n "$$sudo" ] && ! command -v sudo >/dev/null; then \
			echo "Spark needs Java. As root, run: apt-get install openjdk-17-jre-headless. Then run make again." >&2; exit 1; fi; \
		echo "Installing openjdk-17-jre-headless ..."; \
		$$sudo apt-get update -qq; \
		$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless >/dev/null; \
	fi

demo: setup  ## one client's opinion on two dates, and what changed between them
	@$(BIN)/nolle demo

test: lint docs spark  ## everything: style, types, floors, pages and every test
	@$(BIN)/python -m pytest -n $(WORKERS)

test-deep: lint docs spark  ## the same, with the long generated comparisons
	@$(BIN)/python -m pytest -n $(WORKERS) -m "deep or not deep"

lint: setup  ## style, types and the floors of the house
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: setup  ## rewrite the code in the house's style
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

bench: setup  ## the numbers we hold ourselves to, beside other tools
	@$(BIN)/python -m bench

docs: setup  ## build the documentation into site/ and look for dead links
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --site-dir site
	@$(BIN)/python docs/check_links.py . site

# Every extra is resolved together first, so that the four files agree with one another.
COMPILE = $(BIN)/uv pip compile -q --system-certs pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url
lock: setup  ## resolve the lock files anew (UPGRADE=1 moves to the newest versions)
	@if [ -n "$(UPGRADE)" ]; then rm -f $(VENV)/all.txt; else cat requirements/*.txt > $(VENV)/all.txt; fi
	@$(COMPILE) requirements/build.in --all-extras -o $(VENV)/all.txt
	@$(COMPILE) requirements/build.in --extra dev --extra bench --extra duckdb --extra excel --extra charts --extra calendar --extra papers -c $(VENV)/all.txt -o requirements/dev.txt
	@for extra in office postgres spark; do $(COMPILE) --extra $$extra -c $(VENV)/all.txt -o requirements/$$extra.txt; done

clean:  ## remove .venv and everything that was built
	@rm -rf $(VENV) site build dist .mypy_cache .ruff_cache .hypothesis .coverage htmlcov
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
