// title: What these facts are called
// question: Which name does each of these facts have?
// why: People know names, not ids.
// remedy: Give the fact a name.
// params: {keys: "list of [label, id]"}
// returns: [label, id, name]
UNWIND $keys AS key
MATCH (n:Fact {id: key[1]})
WHERE key[0] IN labels(n)
RETURN key[0] AS label, n.id AS id, n.name AS name
ORDER BY label, id
