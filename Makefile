# The same on Windows, without make: py -3.11 dev.py demo (test, check, bench, docs)
PYTHON ?= python3

.PHONY: setup demo test check bench docs lock
setup demo test check bench docs lock:
	@$(PYTHON) dev.py $@
