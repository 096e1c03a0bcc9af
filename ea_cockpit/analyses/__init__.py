"""What it means: one module and one Cypher file per question."""
