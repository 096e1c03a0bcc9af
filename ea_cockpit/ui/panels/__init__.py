"""The parts pages are composed of."""
