// title: Organisation units
// question: Which units are there, of which kind, below which?
// why: An application of a division counts for its office; courts and municipalities are sovereign.
// remedy: Nothing to mend here.
// params: {}
// returns: [units]
MATCH (u:OrganisationUnit)
OPTIONAL MATCH (u)-[:BELONGS_TO]->(above:OrganisationUnit)
WITH u, min(id(above)) AS above
ORDER BY u.id
RETURN collect([id(u), u.id, u.name, u.short_name, u.kind, above]) AS units
