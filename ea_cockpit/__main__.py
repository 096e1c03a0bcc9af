"""`python -m ea_cockpit` is `ea-cockpit`."""

from __future__ import annotations

from ea_cockpit.cli import main

main()
