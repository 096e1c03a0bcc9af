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
// returns: [applications]
/* All in one row, for the driver's work goes by rows; days as text, for a list is not looked through for days. */
MATCH (a:Application)
WHERE a.status IS NULL OR NOT a.status IN $gone
OPTIONAL MATCH (a)-[:OWNED_BY]->(u:OrganisationUnit)
WITH a, u,
     COLLECT { MATCH (a)-[:SUCCEEDED_BY]->(s:Application) RETURN coalesce(s.name, s.id) ORDER BY s.id }[0] AS successor
ORDER BY a.id
RETURN collect([a.id, a.name, coalesce(u.name, u.id), u.id, id(a), toString(a.end_of_life), successor]) AS applications
