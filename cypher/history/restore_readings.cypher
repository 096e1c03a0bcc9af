// title: Cells are read again as they were
// question: By which aliases were the references of these facts read?
// why: A fact that comes back when its retirement is undone keeps the reasons of its links.
// remedy: Nothing to do.
// params: {rows: "list of [label, id, link, text, alias, run, until]"}
// returns: []
UNWIND $rows AS row
MATCH (f:Fact {id: row[1]})
WHERE row[0] IN labels(f)
MATCH (a:Alias {key: row[4]})
CREATE (f)-[u:READ_AS {link: row[2], text: row[3], run: row[5]}]->(a)
SET u.until = row[6]
