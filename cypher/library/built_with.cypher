// title: {de: Was auf einer Technologie steht, en: What stands on a technology}
// group: technology
// question:
//   de: "Welche Applikationen, Datenbestände und Umgebungen sind mit dieser Technologie gebaut, und wem gehören sie?"
//   en: "Which applications, data stores and environments are built with this technology, and who owns them?"
// why:
//   de: "Vor einer Ablösung muss feststehen, wer betroffen ist."
//   en: Before a replacement it must be known who is concerned.
// remedy:
//   de: Mit den genannten Ämtern einen gemeinsamen Termin für den Wechsel suchen.
//   en: Find one date for the change with the offices named.
// params:
//   technology:
//     kind: fact
//     title: [Technologie, Technology]
//     help: ["Die Technologie, um die es geht.", The technology it is about.]
//     of: [Technology]
//     required: true
// returns: [label, id, name, office, status]
// columns:
//   label: [Typ, Type, "*"]
//   id: [ID, ID]
//   name: [Name, Name]
//   office: [Ämter, Offices]
//   status: [Status, Status, Application.status]
MATCH (:Technology {id: $technology})<-[:BUILT_WITH]-(part:Fact)
OPTIONAL MATCH (part)<-[:HOLDS]-(holder:Application)
WITH part, CASE WHEN part:Application THEN part ELSE holder END AS a
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
WITH part, o.name AS unit
ORDER BY unit
WITH part, collect(DISTINCT unit) AS office
RETURN [label IN labels(part) WHERE label <> 'Fact'][0] AS label, part.id AS id, part.name AS name, office,
       part.status AS status
ORDER BY label, name, id
