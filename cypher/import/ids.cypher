// title: Which of these ids exist
// question: Which facts have one of these ids?
// why: A reference is looked up in the graph when the workbook itself does not hold its partner.
// remedy: Add the missing fact to its sheet, or correct the id.
// params: {ids: list of ids}
// returns: [label, id]
UNWIND $ids AS wanted
MATCH (n:Fact {id: wanted})
RETURN [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n.id AS id
ORDER BY label, id
