"""What was planted, for each analysis: one module each, found by itself, held against the graph on three inventories.

A module names `ANALYSIS` (its name), and may name `PARAMS`. It gives three sets of plain tuples, each made another way:
`from_result(rows)` of the analysis' rows (as JSON), `from_truth(truth)` of the generator's truth.json, and
`from_workbook(book)` in plain Python over the exported workbook, without the product. All must be equal, and not empty.
"""
