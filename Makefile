# Needs make and Python 3.11 or newer, nothing else: everything goes into .venv.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
	{ echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test lint example compiled clean

help:
	@echo "make demo     set up, and read the example article into a timeline"
	@echo "make test     set up, and run all tests"
	@echo "make lint     ruff and mypy"
	@echo "make example  write the example's exports, the help text and the picture anew"
	@echo "make compiled a wheel with the engine compiled by mypyc, in dist/ (needs a C compiler)"
	@echo "make clean    remove what these made"

demo: $(VENV)/.installed
	$(BIN)/chrono add -t demo timelines/example.txt
	@echo
	@echo "That was: $(BIN)/chrono add -t demo timelines/example.txt"
	@echo "Next:     $(BIN)/chrono list -t demo"
	@echo "          $(BIN)/chrono export ical -t demo -o demo.ics"
	@echo "          $(BIN)/chrono serve"

test: $(VENV)/.dev
	$(BIN)/python -m pytest
	cd plugins/chrono-csv && ../../$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

example: $(VENV)/.dev
	$(BIN)/python tools/regenerate.py

compiled: $(VENV)/bin/python
	mkdir -p dist
	CHRONO_COMPILED=1 $(PIP) wheel --no-deps --wheel-dir dist .
	@ls -t dist/*.whl | head -1

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis timelines/demo.db* demo.ics

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "chrono needs Python 3.11 or newer; none was found" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(PIP) install --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed plugins/chrono-csv/pyproject.toml
	$(PIP) install --editable '.[dev]' --editable plugins/chrono-csv
	@touch $@
