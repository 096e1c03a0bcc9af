"""Names as people write them: brought to one form, known products, near spellings, each with its reason."""
