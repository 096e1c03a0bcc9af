// title: {de: Obsoleszenz der Applikationen, en: Obsolescence of applications}
// question:
//   de: Auf welcher Technologie ohne Support stehen die Applikationen, direkt oder über Datenbestand und Betriebsumgebung?
//   en: Which applications stand on technology out of support, directly or through data stores and hosting?
// why:
//   de: Eine Applikation ist so veraltet wie ihr ältester Bestandteil, auch wenn dieser drei Stufen tiefer liegt.
//   en: An application is as obsolete as its oldest component, even if that lies three levels below it.
// remedy:
//   de: Den genannten Bestandteil ablösen; wo etwas nicht bekannt ist, Technologie und Version im Katalog ergänzen.
//   en: Replace the component named; where something is not known, record technology and version in the catalogue.
// params: {gone: states in which an application is not in operation}
// returns: [label, id, name, office, application_ends, successor, node, office_id]
MATCH (a:Application)
WHERE a.status IS NULL OR NOT a.status IN $gone
OPTIONAL MATCH (a)-[:OWNED_BY]->(u:OrganisationUnit)
RETURN 'Application' AS label, a.id AS id, a.name AS name, coalesce(u.name, u.id) AS office,
       a.end_of_life AS application_ends,
       COLLECT { MATCH (a)-[:SUCCEEDED_BY]->(s:Application) RETURN coalesce(s.name, s.id) ORDER BY s.id }[0] AS successor,
       id(a) AS node, u.id AS office_id
ORDER BY id
