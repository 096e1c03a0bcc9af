"""Applications in different offices that do the same work: found, weighed and judged, always with reasons."""
