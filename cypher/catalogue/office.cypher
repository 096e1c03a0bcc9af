// title: What one office answers for
// question: Which facts belong to a unit and the units below it, and which of them does it answer for itself?
// why: An office is asked about what is its own, and sees who takes its data.
// remedy: Record who answers for an application in its column Zuständiges Amt.
// params: {unit: id of the unit}
// returns: [label, id, own]
MATCH (unit:OrganisationUnit)-[:BELONGS_TO*0..12]->(:OrganisationUnit {id: $unit})
WITH DISTINCT unit
OPTIONAL MATCH (n:Application|BusinessProcess|Service)-[:OWNED_BY|OFFERED_BY]->(unit)
WITH collect(DISTINCT n) AS owned
WITH owned, COLLECT { UNWIND owned AS a MATCH (a:Application)-[:HOLDS]->(s:DataStore) RETURN DISTINCT s } AS stores
WITH owned + stores AS ends, owned, stores
WITH owned + stores + COLLECT { UNWIND ends AS e MATCH (e)-[:PROVIDES]->(i:Interface) RETURN DISTINCT i } AS own,
     COLLECT { UNWIND ends AS e MATCH (i:Interface)-[:CONSUMED_BY]->(e) RETURN DISTINCT i } AS taken
UNWIND own + taken AS n
RETURN DISTINCT [l IN labels(n) WHERE l <> 'Fact'][0] AS label, n.id AS id, n IN own AS own
ORDER BY label, id
