// title: What these runs changed
// question: Which changes were kept for these imports?
// why: They are shown, undone and summed up.
// remedy: Nothing to do.
// params: {runs: list of run numbers}
// returns: [run, step, part, data]
MATCH (r:ImportRun)-[:CHANGED]->(c:RunChanges)
WHERE r.id IN $runs
RETURN r.id AS run, c.step AS step, c.part AS part, c.data AS data
ORDER BY run, step, part
