// title: How cells of these facts were read
// question: Which of their references were read by an alias, since which import, until which?
// why: A fact that comes back when its retirement is undone keeps the reasons of its links.
// remedy: Nothing to do.
// params: {keys: "list of [label, id]"}
// returns: [label, id, link, text, alias, run, until]
UNWIND $keys AS key
MATCH (f:Fact {id: key[1]})-[u:READ_AS]->(a:Alias)
WHERE key[0] IN labels(f)
RETURN key[0] AS label, f.id AS id, u.link AS link, u.text AS text, a.key AS alias, u.run AS run, u.until AS until
ORDER BY label, id, link, text, run
