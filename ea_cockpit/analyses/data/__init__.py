"""What the questions about data share: what holds it, how it flows, how long it is kept."""
