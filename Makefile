# Antwort: every step a person or a CI machine needs. `make demo` and `make test` start from nothing but a Swift toolchain.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
MAKEFLAGS += --no-print-directory

PREFIX ?= /usr/local
SWIFT ?= swift
STRICT := --explicit-target-dependency-import-check error
RELEASE := -c release --static-swift-stdlib

.PHONY: deps build demo test check lint format bench install clean

deps:  ## Installs the Debian packages that are missing.
	@scripts/install-packages

build: deps  ## Builds the release, puts its share folder beside it and teaches it to read posts there.
	$(SWIFT) build $(RELEASE) --product antwort
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)" && scripts/fill-share "$$bin/share/antwort" "$$bin/antwort"

demo: build  ## Runs the main job for an invented railway, with servers on this machine, in a folder of its own.
	$(SWIFT) build $(RELEASE) --product stand-ins
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)" && scripts/demo "$$bin/antwort" "$$bin/stand-ins"

# One test after the other: many of them run the program against servers and clocks, and starve each other on two cores.
test: deps  ## Builds and runs all tests, those with servers of others too.
	@scripts/install-packages python3 python3-venv strace
	@scripts/install-peers .build/peers
	@scripts/corpus fixtures/corpus/*.tsv >/dev/null
	$(SWIFT) build $(STRICT) --build-tests
	ANTWORT_PEERS=.build/peers $(SWIFT) test $(STRICT) --skip-build --disable-xctest --no-parallel

lint:  ## Fails where a source is not formatted.
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

check: lint test  ## What CI runs.

format:  ## Formats every source.
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

bench: deps  ## Measures the hot paths; prints figures, judges nothing.
	$(SWIFT) build -c release --product Performance
	$(SWIFT) build $(RELEASE) --product antwort
	"$$($(SWIFT) build -c release --show-bin-path)/Performance" "$$($(SWIFT) build $(RELEASE) --show-bin-path)/antwort"

install: build  ## Installs below PREFIX (default /usr/local).
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 0755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/antwort" "$(DESTDIR)$(PREFIX)/bin/antwort"
	scripts/fill-share "$(DESTDIR)$(PREFIX)/share/antwort" "$(DESTDIR)$(PREFIX)/bin/antwort"
	install -m 0644 docs/antwort.1 "$(DESTDIR)$(PREFIX)/share/man/man1/antwort.1"

clean:  ## Removes what was built.
	rm -rf .build
