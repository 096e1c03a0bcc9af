"""Life cycle: which product a technology is, how long it is supported, and what stands on it."""
