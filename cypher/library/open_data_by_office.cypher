// title: {de: Open-Data-Kandidaten je Amt, en: Open data candidates by office}
// group: data
// question:
//   de: "Welche Ämter haben Datenbestände, die als offene Daten in Frage kommen?"
//   en: Which offices have data stores that might become open data?
// why:
//   de: "Offene Daten ersparen Einzelanfragen; angefangen wird, wo es am wenigsten braucht."
//   en: Open data saves single requests; one begins where it takes least.
// remedy:
//   de: "Mit dem Amt Format, Häufigkeit und Veröffentlichung vereinbaren."
//   en: "Agree on format, frequency and publication with the office."
// params: {}
// returns: [office, stores, names]
// columns:
//   office: [Zuständiges Amt, Owned by]
//   stores: [Datenbestände, Data stores]
//   names: [Welche, Which]
MATCH (s:DataStore {open_data_candidate: true})<-[:HOLDS]-(:Application)-[:OWNED_BY]->(o:OrganisationUnit)
WITH DISTINCT o, s
ORDER BY s.name, s.id
WITH o, count(s) AS stores, collect(s.name) AS names
RETURN o.name AS office, stores, names
ORDER BY stores DESC, office, o.id
