// title: Where aliases are used
// question: Which link of which fact stands there because a spelling was taken for its partner?
// why: Undoing an alias takes away exactly the links it made.
// remedy: Nothing to do.
// params: {rows: "list of {label, id, link, text, key}, key being the alias", run: number of the run}
// returns: []
UNWIND $rows AS row
MATCH (a:Alias {key: row.key})
MATCH (f:Fact {id: row.id})
WHERE row.label IN labels(f)
CREATE (f)-[:READ_AS {link: row.link, text: row.text, run: $run}]->(a)
