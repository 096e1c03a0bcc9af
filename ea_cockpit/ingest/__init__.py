"""How inventories come in: one verb per module."""
