// title: Aliases no longer used
// question: Which links are no longer named by a spelling?
// why: A cell that names its partner by id is not touched when an alias is undone.
// remedy: Nothing to do.
// params: {rows: "list of [label, id, link, text]", run: number of the run}
// returns: []
UNWIND $rows AS row
MATCH (f:Fact {id: row[1]})-[u:READ_AS {link: row[2], text: row[3]}]->(:Alias)
WHERE row[0] IN labels(f) AND u.until IS NULL
SET u.until = $run
