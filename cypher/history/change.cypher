// title: Facts that get other properties
// question: Which properties change, come and go (null)?
// why: Undoing puts back exactly what was there.
// remedy: Nothing to do.
// params: {rows: "list of [label, id, map of properties]"}
// returns: []
UNWIND $rows AS row
MATCH (n:Fact {id: row[1]})
WHERE row[0] IN labels(n)
SET n += row[2]
