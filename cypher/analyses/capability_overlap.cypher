// title: {de: Überlappung je Fähigkeit, en: Overlap by capability}
// question:
//   de: Welche Fähigkeiten unterstützen mehrere Ämter mit je eigenen Applikationen, und gibt es eine Standardlösung?
//   en: Which capabilities do several offices support with applications of their own, and is there a standard solution?
// why:
//   de: Wo viele Ämter für dieselbe Fähigkeit eigene Lösungen betreiben, lohnt sich der Blick auf eine gemeinsame.
//   en: Where many offices run solutions of their own for one capability, a look at a shared one pays off.
// remedy:
//   de: Mit den Ämtern der Zeile klären, ob die Standardlösung passt; sonst die Kandidaten für eine Zentralisierung ansehen.
//   en: Clear with the offices whether the standard solution fits; else look at the candidates for centralisation.
// params: {}
// returns: [found]
/* All in one row, for the driver's work goes by rows. */
MATCH (c:BusinessCapability)<-[:SUPPORTS]-(a:Application)
WHERE coalesce(a.status, '') <> 'planned' AND coalesce(a.status, '') <> 'retired'
OPTIONAL MATCH (a)-[:OWNED_BY]->(owner:OrganisationUnit)
WITH c.id AS capability, a.id AS id, a.name AS name, min(id(owner)) AS unit
ORDER BY capability, name, id
RETURN collect([capability, unit, id, name]) AS found
