// title: Facts that go
// question: Which facts leave the graph?
// why: A fact an undone import had created was not there before.
// remedy: Nothing to do.
// params: {rows: "list of [label, id]"}
// returns: []
UNWIND $rows AS row
MATCH (n:Fact {id: row[1]})
WHERE row[0] IN labels(n)
DETACH DELETE n
