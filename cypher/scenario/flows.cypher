// title: Interfaces at some facts
// question: Which interfaces do these facts provide, consume or transfer, between whom, in which way and with which data?
// why: Interfaces at what goes fall away or must be built anew.
// remedy: Nothing to do.
// params: {facts: "list of [label, id]; an interface stands for itself"}
// returns: [flows]
UNWIND $facts AS one
MATCH (n:Fact {id: one[1]})
WHERE one[0] IN labels(n)
CALL (n) {
  WITH n WHERE n:Interface
  RETURN n AS i
  UNION
  MATCH (n)-[:PROVIDES]->(i:Interface)
  RETURN i
  UNION
  MATCH (n)<-[:CONSUMED_BY|RUNS_OVER]-(i:Interface)
  RETURN i
}
WITH DISTINCT i
WITH i,
  COLLECT { MATCH (p:Fact)-[:PROVIDES]->(i)
            RETURN [[l IN labels(p) WHERE l <> 'Fact'][0], p.id, p.name] AS x ORDER BY x } AS providers,
  COLLECT { MATCH (i)-[:CONSUMED_BY]->(c:Fact)
            RETURN [[l IN labels(c) WHERE l <> 'Fact'][0], c.id, c.name] AS x ORDER BY x } AS consumers,
  COLLECT { MATCH (i)-[:RUNS_OVER]->(o:Fact)
            RETURN [[l IN labels(o) WHERE l <> 'Fact'][0], o.id, o.name] AS x ORDER BY x } AS over,
  COLLECT { MATCH (i)-[:CARRIES]->(d:Fact) RETURN coalesce(d.name, d.id) AS x ORDER BY x } AS data
ORDER BY i.id
RETURN collect([i.id, i.name, i.mode, providers, consumers, over, data]) AS flows
