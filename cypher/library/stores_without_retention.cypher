// title: {de: Datenbestände ohne Aufbewahrungsfrist, en: Data stores without retention}
// group: data
// question:
//   de: Für welche Bestände mit Personendaten ist keine Aufbewahrung geregelt?
//   en: For which stores with personal data is no retention settled?
// why:
//   de: Personendaten dürfen nicht länger bleiben als nötig; ohne Frist löscht niemand.
//   en: Personal data must not stay longer than needed; without a period nobody deletes.
// remedy:
//   de: Frist mit Fachamt und Staatsarchiv festlegen und eintragen.
//   en: "Settle the period with the office and the archives, and enter it."
// params:
//   personal:
//     kind: choice
//     title: [Personendaten mindestens, Personal data at least]
//     help: [Von dieser Stufe an., From this level on.]
//     default: personal
//     words:
//       personal: [Personendaten, Personal data]
//       sensitive: [Besonders schützenswerte, Sensitive data]
// returns: [store_id, store, personal_data, classification, applications, office]
// columns:
//   store_id: [ID, ID, DataStore]
//   store: [Datenbestand, Data store]
//   personal_data: [Personendaten, Personal data, DataStore.personal_data]
//   classification: [Klassifikation, Classification, DataStore.classification]
//   applications: [Applikationen, Applications]
//   office: [Ämter, Offices]
MATCH (s:DataStore)
WHERE s.retention IS NULL AND (s.personal_data = 'sensitive' OR s.personal_data = $personal)
OPTIONAL MATCH (s)<-[:HOLDS]-(a:Application)
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
WITH s, a, o
ORDER BY a.name, o.name
WITH s, collect(DISTINCT a.name) AS applications, collect(DISTINCT o.name) AS office
RETURN s.id AS store_id, s.name AS store, s.personal_data AS personal_data, s.classification AS classification,
       applications, office
ORDER BY personal_data DESC, store, store_id
