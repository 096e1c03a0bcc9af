// title: Properties of some facts
// question: What is known about these facts themselves?
// why: Costs, contracts and protection needs of what is retired or merged.
// remedy: Nothing to do.
// params: {facts: "list of [label, id]"}
// returns: [label, properties]
UNWIND $facts AS one
MATCH (n:Fact {id: one[1]})
WHERE one[0] IN labels(n)
RETURN one[0] AS label, properties(n) AS properties
ORDER BY label, n.id
