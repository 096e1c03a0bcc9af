// title: Where a picture begins
// question: Which node is this fact?
// why: A picture grows from one fact, hop by hop.
// remedy: Check label and id.
// params: {label: label of the fact, id: its id}
// returns: [node]
MATCH (n:Fact {id: $id})
WHERE $label IN labels(n)
RETURN elementId(n) AS node
ORDER BY node
