// title: Names of these entries
// question: What are these entries called?
// why: Links are read as numbers; names only for what is shown.
// remedy: Record a name.
// params: {nodes: graph ids}
// returns: [named, names]
MATCH (n:Fact)
WHERE id(n) IN $nodes
WITH n
ORDER BY n.id
RETURN collect(id(n)) AS named, collect(coalesce(n.name, n.id)) AS names
