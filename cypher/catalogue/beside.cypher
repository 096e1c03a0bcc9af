// title: One hop further
// question: Which facts are linked with these?
// why: A picture grows from one fact, hop by hop.
// remedy: Ask for fewer hops where the picture becomes too large.
// params: {nodes: list of element ids, known: element ids already in the picture}
// returns: [node, label]
MATCH (n:Fact)
WHERE elementId(n) IN $nodes
MATCH (n)--(m:Fact)
WHERE NOT elementId(m) IN $known
WITH DISTINCT m
WITH m, [label IN labels(m) WHERE label <> 'Fact'][0] AS label
RETURN elementId(m) AS node, label
ORDER BY label, toLower(coalesce(m.name, m.id)), m.id
