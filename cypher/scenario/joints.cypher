// title: Links at some facts
// question: Which links do these facts have, in both directions?
// why: What is retired, merged or moved takes links with it, and leaves some behind.
// remedy: Nothing to do.
// params: {facts: "list of [label, id]"}
// returns: [joints]
/* All in one row, for the driver's work goes by rows. */
UNWIND $facts AS one
MATCH (n:Fact {id: one[1]})
WHERE one[0] IN labels(n)
MATCH (n)-[r]-(:Fact)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
WITH [label IN labels(a) WHERE label <> 'Fact'][0] AS start, a, type(r) AS relationship,
     [label IN labels(b) WHERE label <> 'Fact'][0] AS end, b
ORDER BY start, a.id, relationship, end, b.id
RETURN collect([start, a.id, a.name, relationship, end, b.id, b.name]) AS joints
