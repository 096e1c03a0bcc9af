// title: {de: Prozesse ohne Applikation, en: Processes without application}
// group: organisation
// question:
//   de: Welche Prozesse nutzen keine erfasste Applikation?
//   en: Which processes use no recorded application?
// why:
//   de: "Entweder fehlt ein Eintrag, oder es wird von Hand gearbeitet."
//   en: "Either an entry is missing, or people work by hand."
// remedy:
//   de: "Mit dem Amt klären, womit gearbeitet wird."
//   en: Clarify with the office what people work with.
// params: {}
// returns: [process_id, process, office, capabilities, services]
// columns:
//   process_id: [ID, ID, BusinessProcess]
//   process: [Prozess, Process]
//   office: [Verantwortet von, Owned by]
//   capabilities: [Fähigkeiten, Capabilities]
//   services: [Leistungen, Services]
MATCH (p:BusinessProcess)
WHERE NOT (p)-[:USES]->() AND NOT (p)<-[:PART_OF]-(:BusinessProcess)
OPTIONAL MATCH (p)-[:OWNED_BY]->(o:OrganisationUnit)
OPTIONAL MATCH (p)-[:REALISES]->(c:BusinessCapability)
WITH p, o, c
ORDER BY c.name, c.id
WITH p, o, collect(c.name) AS capabilities
RETURN p.id AS process_id, p.name AS process, o.name AS office, capabilities,
       COUNT { (p)<-[:REALISED_BY]-(:Service) } AS services
ORDER BY services DESC, process, process_id
