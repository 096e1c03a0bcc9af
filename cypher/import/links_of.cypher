// title: All links of some facts
// question: What points to these facts, and what do they point to?
// why: When a fact leaves the catalogue, what named it keeps the reference as an open one.
// remedy: Nothing to do.
// params: {label: label of the facts, ids: their ids}
// returns: [start_label, start, relationship, end_label, end]
UNWIND $ids AS wanted
MATCH (n:Fact {id: wanted})
WHERE $label IN labels(n)
MATCH (n)-[r]-(:Fact)
WITH DISTINCT r
WITH startNode(r) AS a, endNode(r) AS b, type(r) AS relationship
RETURN [label IN labels(a) WHERE label <> 'Fact'][0] AS start_label, a.id AS start, relationship,
       [label IN labels(b) WHERE label <> 'Fact'][0] AS end_label, b.id AS end
ORDER BY start_label, start, relationship, end_label, end
