// title: What is still open of a fact
// question: Which references of a fact still wait for their partner?
// why: A reference that has found its partner is no longer open.
// remedy: Nothing to do.
// params: {label: label of the fact, id: its id, changed: "map with _open and _open_count"}
// returns: []
MATCH (n:Fact {id: $id})
WHERE $label IN labels(n)
SET n += $changed
