// title: Facts by their numbers
// question: What are label, id, name and kind of these facts, and which office answers for each?
// why: A finding names facts, not numbers.
// remedy: Give every fact a name, and every application an office.
// params: {facts: numbers of the facts}
// returns: [found]
MATCH (n:Fact)
WHERE id(n) IN $facts
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label,
     coalesce(
       [(n)-[:OWNED_BY|OPERATED_BY]->(u:OrganisationUnit) | coalesce(u.name, u.id)][0],
       [(n)<-[:HOLDS|PROVIDES]-(:Application)-[:OWNED_BY]->(u:OrganisationUnit) | coalesce(u.name, u.id)][0],
       [(n)-[:LED_BY]->(:Application)-[:OWNED_BY]->(u:OrganisationUnit) | coalesce(u.name, u.id)][0],
       [(n)<-[:PROVIDES]-(:DataStore)<-[:HOLDS]-(:Application)-[:OWNED_BY]->(u:OrganisationUnit) | coalesce(u.name, u.id)][0]
     ) AS office
ORDER BY id(n)
RETURN collect([id(n), label, n.id, n.name, n.kind, office]) AS found
