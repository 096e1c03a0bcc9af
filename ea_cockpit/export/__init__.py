"""How the catalogue goes out."""
