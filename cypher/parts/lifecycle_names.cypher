// title: Names of these entries
// question: What are these entries called?
// why: Links are read as numbers; names only for what is shown.
// remedy: Record a name.
// params: {nodes: graph ids}
// returns: [node, name]
MATCH (n:Fact)
WHERE id(n) IN $nodes
RETURN id(n) AS node, coalesce(n.name, n.id) AS name
ORDER BY node
