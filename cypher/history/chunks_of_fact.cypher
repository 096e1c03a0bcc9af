// title: Where the changes of a fact stand
// question: Which portions of the runs that count may hold changes of this fact?
// why: The history of one fact must not need all changes of all facts.
// remedy: Nothing to do.
// params: {place: number derived from label and id of the fact}
// returns: [run, at, step, data]
MATCH (c:RunChanges)
WHERE c.part = $place % c.parts
MATCH (r:ImportRun)-[:CHANGED]->(c)
WHERE r.undone_at IS NULL
RETURN r.id AS run, r.at AS at, c.step AS step, c.data AS data
ORDER BY run, step
