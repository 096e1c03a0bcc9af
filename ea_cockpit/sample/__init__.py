"""The inventory of a fictional canton, made from a seed, with the truth of what was planted in it."""
