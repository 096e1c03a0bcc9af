// title: Links between facts of a picture
// question: How are these facts linked among each other?
// why: A picture shows every link between the facts it shows.
// remedy: Correct the link in the workbook it comes from.
// params: {nodes: list of element ids}
// returns: [start, relationship, end, start_label, end_label]
MATCH (n:Fact)
WHERE elementId(n) IN $nodes
MATCH (n)-[r]->(m:Fact)
WHERE elementId(m) IN $nodes
WITH n, r, m, [label IN labels(n) WHERE label <> 'Fact'][0] AS start_label,
     [label IN labels(m) WHERE label <> 'Fact'][0] AS end_label
RETURN elementId(n) AS start, type(r) AS relationship, elementId(m) AS end, start_label, end_label
ORDER BY start_label, n.id, relationship, end_label, m.id
