// title: Flows of the landscape
// question: From where to where does data flow, over which interfaces?
// why: The whole at a glance, to mail or to print.
// remedy: Record provider and consumers of the interfaces that are missing.
// params: {}
// returns: [start, end, names]
MATCH (p)-[:PROVIDES]->(i:Interface)-[:CONSUMED_BY]->(c)
WITH p, c, i
ORDER BY i.id
WITH p, c, collect(coalesce(i.name, i.id)) AS names
RETURN elementId(p) AS start, elementId(c) AS end, names
ORDER BY p.id, c.id
