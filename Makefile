# make demo    set up, and check the example article
# make test    set up, and run every check: style, types, tests, and the examples of every rule
# make clean   remove what these made
#
# Needs Python 3.11 or newer and a package index. Another interpreter: make demo PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

# Installed once; again when the requirements change.
PACKAGE := $(VENV)/.package-installed
TOOLS := $(VENV)/.tools-installed

.PHONY: demo test clean

demo: $(PACKAGE)
	@status=0; $(BIN)/lintnews check --isolated seeds/ || status=$$?; \
	case $$status in \
	0|1) echo "demo: done; lintnews checked the article in seeds/" ;; \
	*) echo "demo: failed, lintnews check ended with exit code $$status" >&2; exit $$status ;; \
	esac

test: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest
	$(BIN)/lintnews test

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "lintnews needs Python 3.11 or newer, and $(PYTHON) is not: name one with make PYTHON=python3.12" >&2; \
	exit 1; }
	$(PYTHON) -m venv $(VENV)

# Both are editable installations, so that a changed rule or module counts at once.
$(PACKAGE): pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable .
	@touch $@

$(TOOLS): pyproject.toml requirements-dev.lock | $(BIN)/python
	$(PIP) install --quiet --requirement requirements-dev.lock --editable .
	@touch $(PACKAGE) $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
