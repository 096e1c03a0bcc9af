// title: Facts by their numbers
// question: What are label, id, name and kind of these facts?
// why: A finding names facts, not numbers.
// remedy: Give every fact a name.
// params: {facts: numbers of the facts}
// returns: [found]
MATCH (n:Fact)
WHERE id(n) IN $facts
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label
ORDER BY id(n)
RETURN collect([id(n), label, n.id, n.name, n.kind]) AS found
