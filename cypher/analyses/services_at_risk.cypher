// title: {de: Leistungen und Prozesse in Gefahr, en: Services and processes at risk}
// question:
//   de: Welche Leistungen und Prozesse haben keine Applikation oder ruhen auf veralteten?
//   en: Which services and processes have no application, or rest on obsolete ones?
// why:
//   de: Bevölkerung und Wirtschaft merken das Ende einer Applikation erst, wenn die Leistung ausfällt.
//   en: People and businesses notice the end of an application only when the service fails.
// remedy:
//   de: Ablösung vor dem Ende planen; wo keine Applikation steht, sie erfassen oder Handarbeit festhalten.
//   en: Plan the replacement before the end; where there is no application, record it or note that work is manual.
// params: {}
// returns: [label, id, name, office, office_id, node, rests_on, whole]
MATCH (n:Service|BusinessProcess)
OPTIONAL MATCH (n)-[:OFFERED_BY|OWNED_BY]->(u:OrganisationUnit)
RETURN CASE WHEN n:Service THEN 'Service' ELSE 'BusinessProcess' END AS label, n.id AS id, n.name AS name,
       coalesce(u.name, u.id) AS office, u.id AS office_id, id(n) AS node,
       COLLECT { MATCH (n)-[:REALISED_BY|USES]->(x:BusinessProcess|Application) RETURN id(x) ORDER BY x.id } AS rests_on,
       COLLECT { MATCH (n)-[:PART_OF]->(w:BusinessProcess) RETURN id(w) ORDER BY w.id }[0] AS whole
ORDER BY label, id
