// title: {de: Datenobjekte mit den meisten Kopien, en: Data objects with most copies}
// group: data
// question:
//   de: Welche Datenobjekte liegen in den meisten Datenbeständen?
//   en: Which data objects lie in the most data stores?
// why:
//   de: "Jede Kopie kann veralten, und jede muss geschützt und gelöscht werden."
//   en: "Every copy can grow stale, and each must be protected and deleted."
// remedy:
//   de: Beim führenden System abfragen statt kopieren (Once Only).
//   en: Ask the leading system instead of copying (once only).
// params:
//   least:
//     kind: integer
//     title: [Mindestens Bestände, At least stores]
//     help: [Mindestens Bestände, At least stores]
//     default: 3
//     low: 1
//     high: 10000
// returns: [object_id, data_object, copies, leading, names]
// columns:
//   object_id: [ID, ID, DataObject]
//   data_object: [Datenobjekt, Data object]
//   copies: [Datenbestände, Data stores]
//   leading: [Führendes System, Leading system]
//   names: [Welche, Which]
MATCH (d:DataObject)<-[:CONTAINS]-(s:DataStore)
WITH d, s
ORDER BY s.name, s.id
WITH d, count(s) AS copies, collect(s.name) AS names
WHERE copies >= $least
OPTIONAL MATCH (d)-[:LED_BY]->(a:Application)
WITH d, copies, names, a
ORDER BY a.name, a.id
WITH d, copies, names, collect(a.name) AS leading
RETURN d.id AS object_id, d.name AS data_object, copies, leading, names
ORDER BY copies DESC, data_object, object_id
