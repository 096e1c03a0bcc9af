// title: Who answers for these facts
// question: Which unit owns each fact, itself or through the application that holds or provides it?
// why: Whoever must be told or asked is an office, not an application.
// remedy: Record who answers for an application in its column Zuständiges Amt.
// params: {facts: "list of [label, id]"}
// returns: [owners]
UNWIND $facts AS one
MATCH (n:Fact {id: one[1]})
WHERE one[0] IN labels(n)
WITH one, CASE
       WHEN n:OrganisationUnit THEN n
       ELSE coalesce(
         COLLECT { MATCH (n)-[:OWNED_BY|OFFERED_BY|CONDUCTED_BY]->(u:OrganisationUnit) RETURN u ORDER BY u.id LIMIT 1 }[0],
         COLLECT { MATCH (n)<-[:HOLDS|PROVIDES]-(:Application)-[:OWNED_BY]->(u:OrganisationUnit) RETURN u ORDER BY u.id LIMIT 1 }[0],
         COLLECT {
           MATCH (n)<-[:PROVIDES]-(:DataStore)<-[:HOLDS]-(:Application)-[:OWNED_BY]->(u:OrganisationUnit)
           RETURN u ORDER BY u.id LIMIT 1
         }[0]
       )
     END AS unit
WHERE unit IS NOT NULL
WITH one, unit
ORDER BY one[0], one[1]
RETURN collect([one[0], one[1], unit.id, coalesce(unit.name, unit.id)]) AS owners
