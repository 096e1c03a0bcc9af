// title: Which of these names exist
// question: Which facts have one of these names?
// why: A cell may name its partner instead of giving its id.
// remedy: Give the id where a name stands for several facts.
// params: {names: list of names}
// returns: [label, id, name]
UNWIND $names AS wanted
MATCH (n:Fact {name: wanted})
RETURN [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n.id AS id, n.name AS name
ORDER BY label, id
