"""Mappings of known foreign layouts, one YAML file each; dropping a file in makes it known."""
