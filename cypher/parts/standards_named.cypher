// title: Facts by their numbers
// question: What are label, id, name and kind of these facts, and which office answers for each?
// why: A finding names facts, not numbers.
// remedy: Give every fact a name, and every application an office.
// params: {facts: numbers of the facts}
// returns: [found]
MATCH (n:Fact)
WHERE id(n) IN $facts
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label,
     /* Of several the first by id: an operator or owner of its own, else that of the application next to it. */
     coalesce(
       COLLECT {
         MATCH (n)-[:OWNED_BY|OPERATED_BY]->(u:OrganisationUnit)
         RETURN coalesce(u.name, u.id) ORDER BY u.id LIMIT 1
       }[0],
       COLLECT {
         MATCH (n)<-[:HOLDS|PROVIDES]-(a:Application)-[:OWNED_BY]->(u:OrganisationUnit)
         RETURN coalesce(u.name, u.id) ORDER BY a.id, u.id LIMIT 1
       }[0],
       COLLECT {
         MATCH (n)-[:LED_BY]->(a:Application)-[:OWNED_BY]->(u:OrganisationUnit)
         RETURN coalesce(u.name, u.id) ORDER BY a.id, u.id LIMIT 1
       }[0],
       COLLECT {
         MATCH (n)<-[:PROVIDES]-(:DataStore)<-[:HOLDS]-(a:Application)-[:OWNED_BY]->(u:OrganisationUnit)
         RETURN coalesce(u.name, u.id) ORDER BY a.id, u.id LIMIT 1
       }[0]
     ) AS office
ORDER BY id(n)
RETURN collect([id(n), label, n.id, n.name, n.kind, office]) AS found
