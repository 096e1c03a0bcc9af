// title: {de: Applikationen in mehreren Vorhaben, en: Applications in several initiatives}
// group: initiatives
// question:
//   de: Welche Applikationen ändern mehrere offene Vorhaben zugleich?
//   en: Which applications do several open initiatives change at once?
// why:
//   de: "Wer dieselbe Applikation gleichzeitig umbaut, behindert sich."
//   en: "Those who rebuild one application at the same time get in each other's way."
// remedy:
//   de: Vorhaben zusammenlegen oder nacheinander führen.
//   en: "Merge the initiatives, or do them one after the other."
// params:
//   least:
//     kind: integer
//     title: [Mindestens Vorhaben, At least initiatives]
//     help: [Mindestens Vorhaben, At least initiatives]
//     default: 2
//     low: 2
//     high: 100
// returns: [id, application, office, initiatives, names]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   initiatives: [Vorhaben, Initiatives]
//   names: [Welche, Which]
MATCH (a:Application)<-[:AFFECTS]-(v:Initiative)
WHERE v.status IN ['idea', 'planned', 'running', 'paused']
WITH a, v
ORDER BY v.name, v.id
WITH a, count(v) AS initiatives, collect(v.name) AS names
WHERE initiatives >= $least
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN a.id AS id, a.name AS application, o.name AS office, initiatives, names
ORDER BY initiatives DESC, application, id
