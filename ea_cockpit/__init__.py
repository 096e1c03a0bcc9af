"""EA-Cockpit: the application cockpit of a public office, on a real graph."""

__version__ = "0.1.0"
