// title: Capabilities, the wider ones they belong to, and their standard solutions
// question: Which capability is part of which, and what is set for it and in operation?
// why: What supports a capability counts for the wider ones, too.
// remedy: Nothing to mend here.
// params: {}
// returns: [tree]
MATCH (c:BusinessCapability)
OPTIONAL MATCH (c)-[:PART_OF]->(above:BusinessCapability)
OPTIONAL MATCH (c)-[:HAS_STANDARD_SOLUTION]->(standard:Application)
WHERE NOT coalesce(standard.status, '') IN ['planned', 'retired']
WITH c, min(above.id) AS above, min(coalesce(standard.name, standard.id)) AS standard
ORDER BY c.id
RETURN collect([c.id, c.name, above, standard]) AS tree
