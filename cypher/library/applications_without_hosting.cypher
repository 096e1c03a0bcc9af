// title: {de: Applikationen ohne Betriebsumgebung, en: Applications without hosting}
// group: hosting
// question:
//   de: "Von welchen Applikationen im Einsatz ist nicht erfasst, wo sie laufen?"
//   en: Of which applications in use is it not recorded where they run?
// why:
//   de: "Ohne Betriebsumgebung bleiben Ausfall, Standort und Rechtsraum unbekannt."
//   en: "Without hosting, outage, place and jurisdiction stay unknown."
// remedy:
//   de: Beim IT-Verantwortlichen nachfragen und die Umgebung nachtragen.
//   en: Ask the IT owner and enter the environment.
// params:
//   office:
//     kind: fact
//     title: [Amt, Office]
//     help: ["Nur Applikationen dieses Amtes; leer: alle.", "Applications of this office only; empty: all."]
//     of: [OrganisationUnit]
// returns: [id, application, office, status, criticality]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   status: [Status, Status, Application.status]
//   criticality: [Kritikalität, Criticality, Application.criticality]
MATCH (a:Application)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired'] AND NOT (a)-[:HOSTED_ON]->()
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
WITH a, o
WHERE $office IS NULL OR o.id = $office
RETURN a.id AS id, a.name AS application, o.name AS office, a.status AS status, a.criticality AS criticality
ORDER BY office, application, id
