// title: Facts as a picture shows them
// question: What are these facts called, whose are they, and what of them is open?
// why: Frames around the facts of one office tell more than many lines.
// remedy: Record who answers for an application in its column Zuständiges Amt.
// params: {nodes: list of element ids}
// returns: [node, label, id, name, open, owner_id, owner_name]
MATCH (n:Fact)
WHERE elementId(n) IN $nodes
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label,
     COLLECT {
       MATCH (n)-[:OWNED_BY|OFFERED_BY|CONDUCTED_BY]->(unit:OrganisationUnit)
       RETURN unit ORDER BY unit.id
       UNION
       MATCH (n)<-[:HOLDS|PROVIDES]-(:Application)-[:OWNED_BY]->(unit:OrganisationUnit)
       RETURN unit ORDER BY unit.id
       UNION
       MATCH (n)<-[:PROVIDES]-(:DataStore)<-[:HOLDS]-(:Application)-[:OWNED_BY]->(unit:OrganisationUnit)
       RETURN unit ORDER BY unit.id
     } AS units
WITH n, label, CASE label WHEN 'OrganisationUnit' THEN n ELSE units[0] END AS unit
RETURN elementId(n) AS node, label, n.id AS id, n.name AS name, n._open AS open,
       unit.id AS owner_id, unit.name AS owner_name
ORDER BY label, toLower(coalesce(name, id)), id
