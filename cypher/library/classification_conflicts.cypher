// title: {de: Bestände tiefer eingestuft als ihr Inhalt, en: Stores classified below their content}
// group: data
// question:
//   de: Welche Datenbestände sind tiefer klassifiziert als die Datenobjekte darin?
//   en: Which data stores are classified lower than the data objects in them?
// why:
//   de: "Der Schutz richtet sich nach der Einstufung: hier ist er zu tief."
//   en: "Protection follows classification: here it is too low."
// remedy:
//   de: Bestand höher einstufen oder das Datenobjekt auslagern.
//   en: "Classify the store higher, or move the data object out."
// params: {}
// returns: [store_id, store, classification, data_object, object_classification, applications]
// columns:
//   store_id: [ID, ID, DataStore]
//   store: [Datenbestand, Data store]
//   classification: [Bestand, Store, DataStore.classification]
//   data_object: [Datenobjekt, Data object]
//   object_classification: [Datenobjekt eingestuft, Data object classified, DataObject.classification]
//   applications: [Applikationen, Applications]
WITH ['public', 'internal', 'confidential', 'secret'] AS scale
UNWIND range(0, size(scale) - 1) AS low
UNWIND range(0, size(scale) - 1) AS high
WITH scale[low] AS low, scale[high] AS high, low AS rank, high AS other
WHERE rank < other
MATCH (s:DataStore {classification: low})-[:CONTAINS]->(d:DataObject {classification: high})
OPTIONAL MATCH (s)<-[:HOLDS]-(a:Application)
WITH s, d, other - rank AS steps, a
ORDER BY a.name, a.id
WITH s, d, steps, collect(a.name) AS applications
RETURN s.id AS store_id, s.name AS store, s.classification AS classification, d.name AS data_object,
       d.classification AS object_classification, applications
ORDER BY steps DESC, store, store_id, data_object, d.id
