"""What exists: fact types, their fields and links. Knows nothing of Excel, Cypher or Streamlit."""
