// title: What some facts are called
// question: What are the names of these facts?
// why: Only what is shown is fetched.
// remedy: Nothing to mend here.
// params:
//   nodes: ids of nodes
// returns: [nodes, names]
MATCH (n:Fact)
WHERE id(n) IN $nodes
WITH n
ORDER BY n.id
RETURN collect(id(n)) AS nodes, collect(coalesce(n.name, n.id)) AS names
