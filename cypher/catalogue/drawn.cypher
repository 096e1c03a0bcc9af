// title: Facts as a picture shows them
// question: What are these facts called, and what of them is open?
// why: A picture that hides what is missing misleads.
// remedy: Import the missing partner, or correct the reference.
// params: {nodes: list of element ids}
// returns: [node, label, id, name, open]
MATCH (n:Fact)
WHERE elementId(n) IN $nodes
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label
RETURN elementId(n) AS node, label, n.id AS id, n.name AS name, n._open AS open
ORDER BY label, toLower(coalesce(name, id)), id
