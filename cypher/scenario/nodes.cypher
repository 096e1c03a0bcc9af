// title: Facts by their place in the graph
// question: Which facts are these, as far as they are still there?
// why: What lost what carried it is named.
// remedy: Nothing to do.
// params: {nodes: list of node numbers}
// returns: [node, label, id, name]
MATCH (n:Fact)
WHERE id(n) IN $nodes
RETURN id(n) AS node, [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n.id AS id, n.name AS name
ORDER BY label, id
