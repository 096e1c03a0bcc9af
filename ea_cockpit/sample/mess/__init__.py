"""The sample inventory as real offices would hand it in: every kind of mess, and the truth about each cell of it."""
