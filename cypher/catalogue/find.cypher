// title: Facts with an id
// question: Which facts have this id?
// why: The same id may stand for facts of several types.
// remedy: Name the type as well, as in Application:APP-1.
// params: {id: id of the fact, label: its label or null}
// returns: [label, id, name]
MATCH (n:Fact {id: $id})
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label
WHERE $label IS NULL OR label = $label
RETURN label, n.id AS id, n.name AS name
ORDER BY label, id
