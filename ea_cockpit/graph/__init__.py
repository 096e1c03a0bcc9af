"""Where facts are kept. The only package that imports neo4j."""
