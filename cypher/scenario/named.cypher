// title: Facts with a name
// question: Which facts are called so?
// why: People name things by their name, not by their id.
// remedy: Name the type and the id, as in Application:APP-1, where several are called the same.
// params: {name: the name, label: a label or null}
// returns: [label, id, name]
MATCH (n:Fact {name: $name})
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label
WHERE $label IS NULL OR label = $label
RETURN label, n.id AS id, n.name AS name
ORDER BY label, id
