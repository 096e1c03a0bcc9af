// title: Applications in operation
// question: Which applications are in operation, of these units?
// why: Only what runs stands on something.
// remedy: Keep the status current.
// params: {gone: states in which an application is not in operation, units: ids of units or null for all}
// returns: [nodes]
MATCH (a:Application)
WHERE (a.status IS NULL OR NOT a.status IN $gone)
  AND ($units IS NULL OR EXISTS { MATCH (a)-[:OWNED_BY]->(u:OrganisationUnit) WHERE u.id IN $units })
WITH a
ORDER BY a.id
RETURN collect(id(a)) AS nodes
