# What a person does with a checkout. Needs Python 3.11 or newer and make; everything else is installed into .venv
# from requirements/*.lock, by hash. `make` alone lists the targets.

FOUND := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
PYTHON ?= $(FOUND)
PREFIX ?= $(HOME)/.local
EXAMPLE ?= $(firstword $(sort $(wildcard examples/*.txt)))
UV ?= $(firstword $(wildcard .venv/bin/uv) uv)

BIN := .venv/bin
LOCKED := -m pip install -qq --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r
ITSELF := -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps
# A stamp is newer than the lock it was installed from, so that set-up runs once and again only when a lock changes.
STAMP := .venv/stamp

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench train golden lock install uninstall clean
.DELETE_ON_ERROR:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(STAMP)-run ## read an example article and print who says what in it
	@$(BIN)/reportedly read $(EXAMPLE)
	@echo
	@echo 'That was $(EXAMPLE). Next, try:'
	@printf '  %-64s %s\n' \
		'$(BIN)/reportedly read $(EXAMPLE) --html report.html' 'the article with every statement marked' \
		'$(BIN)/reportedly read $(EXAMPLE) --json' 'the same as data' \
		'$(BIN)/reportedly read FILE-OR-URL' 'an article of your own (.txt, .html, .jsonl, a URL)' \
		'$(BIN)/reportedly add examples' 'many articles, kept in a ledger (reportedly.ledger)' \
		'$(BIN)/reportedly find stance:denies' 'what is in it' \
		'make test' 'the tests'

test: $(STAMP)-dev ## run the tests
	@$(BIN)/python -m pytest

lint: $(STAMP)-dev ## check style, types and layers
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > .venv/layers.txt || { cat .venv/layers.txt; exit 1; }
	@echo 'lint: nothing to mend'

format: $(STAMP)-dev ## put imports and layout in order
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

bench: $(STAMP)-bench ## measure accuracy and speed on ../shared/data and check them against benchmarks/floors.toml
	@$(BIN)/python -m benchmarks

# Two models learn from the corpus; a third goes on from the first, from what both say of it and of further texts.
WORK := training/work
train: $(STAMP)-train ## train the models anew on ../shared/data (hours)
	@for seed in 1 2; do \
		$(BIN)/python -m training.train --seed $$seed --work $(WORK)/$$seed $(TRAIN) && \
		$(BIN)/python -m training.export $(WORK)/$$seed/epoch5.safetensors --folder $(WORK)/$$seed/model --version $$seed \
		|| exit 1; done
	@$(BIN)/python -m training.teach $(WORK)/1/model $(WORK)/2/model --work $(WORK)/taught
	@$(BIN)/python -m training.train --start $(WORK)/1/epoch5.safetensors --taught $(WORK)/taught --epochs 2 \
		--rate 1.5e-4 --head-rate 5e-4 --work $(WORK)/3 $(TRAIN)
	@$(BIN)/python -m training.export $(WORK)/3/epoch2.safetensors --version $(shell date +%Y-%m-%d)
	@$(BIN)/python -m training.calibrate
	@$(BIN)/python -m training.names --version $(shell date +%Y-%m-%d)

golden: $(STAMP)-dev ## write the golden readings anew (read the difference before committing it)
	@$(BIN)/python -m tests.golden

# One lock for each thing to do. Only this target needs uv.
LOCK = $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url --no-emit-find-links $(UPGRADE)
lock: ## pin the newest fitting versions anew in requirements/*.lock (needs uv; UPGRADE= keeps what still fits)
	$(LOCK) --group build -o requirements/run.lock
	$(LOCK) --group dev -c requirements/run.lock -o requirements/dev.lock
	$(LOCK) --group bench -c requirements/dev.lock -o requirements/bench.lock
	$(LOCK) --group train -c requirements/dev.lock -o requirements/train.lock
UPGRADE ?= --upgrade

install: ## install the command reportedly for yourself, under PREFIX (~/.local)
	@test -n '$(PYTHON)' || { echo 'reportedly needs Python 3.11 or newer: install it, or name it with make PYTHON=...'; exit 1; }
	@$(PYTHON) -m venv --clear $(PREFIX)/share/reportedly
	@$(PREFIX)/share/reportedly/bin/python $(LOCKED) requirements/run.lock
	@$(PREFIX)/share/reportedly/bin/python $(ITSELF) .
	@mkdir -p $(PREFIX)/bin
	@ln -sf $(PREFIX)/share/reportedly/bin/reportedly $(PREFIX)/bin/reportedly
	@$(PREFIX)/bin/reportedly --version
	@case ":$$PATH:" in *":$(PREFIX)/bin:"*) ;; *) echo 'Add $(PREFIX)/bin to your PATH.' ;; esac

uninstall: ## remove what make install put under PREFIX
	rm -rf $(PREFIX)/share/reportedly $(PREFIX)/bin/reportedly

clean: ## remove .venv and everything that was built
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(STAMP)-made:
	@test -n '$(PYTHON)' || { echo 'reportedly needs Python 3.11 or newer: install it, or name it with make PYTHON=...'; exit 1; }
	@$(PYTHON) -m venv .venv || { echo 'On Debian and Ubuntu: apt install python3-venv'; exit 1; }
	@touch $@

$(STAMP)-run $(STAMP)-dev $(STAMP)-bench: $(STAMP)-%: requirements/%.lock pyproject.toml | $(STAMP)-made
	@echo 'Setting up .venv from $<, once.'
	@$(BIN)/python $(LOCKED) $<
	@$(BIN)/python $(ITSELF) -e .
	@touch $@

# A larger set brings the smaller ones with it, so that make test need not wait for a second installation.
$(STAMP)-bench: requirements/dev.lock
$(STAMP)-dev: requirements/run.lock

# torch is pinned by version, not by hash: the build from a registry brings gigabytes of CUDA on Linux, so a machine
# without a GPU does better with a wheel of its own: make train TORCH=path/to/torch-2.13.0+cpu-….whl
TORCH ?= torch==2.13.0
$(STAMP)-train: requirements/train.lock requirements/dev.lock pyproject.toml | $(STAMP)-dev
	@echo 'Setting up .venv from $<, once.'
	@$(BIN)/python $(LOCKED) $<
	@$(BIN)/python -c 'import torch' 2>/dev/null || $(BIN)/python -m pip install --disable-pip-version-check $(TORCH)
	@touch $@
