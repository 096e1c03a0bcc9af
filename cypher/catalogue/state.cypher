// title: The state of the catalogue
// question: What was the last thing that changed it?
// why: What a reader sees is kept until an import, an undo or a decision on a name changes the graph.
// remedy: Nothing to do.
// params: {}
// returns: [state]
OPTIONAL MATCH (r:ImportRun)
WITH max(r.id) AS last, max(r.at) AS at, max(r.undone_at) AS undone
OPTIONAL MATCH (c:Counter {name: 'decision'})
RETURN coalesce(toString(last), '') + '@' + coalesce(toString(at), '') + '@' + coalesce(toString(undone), '')
       + '@' + coalesce(toString(c.value), '') AS state
ORDER BY state
