"""Performance against the floor, as ratios within one run."""
