// title: {de: Daten eines Gesetzes, en: Data of a law}
// group: data
// question:
//   de: "Welche Datenobjekte stützen sich auf ein Gesetz, wo liegen sie, und wer führt sie?"
//   en: "Which data objects rest on a law, where do they lie, and who leads them?"
// why:
//   de: "Ändert das Gesetz, muss feststehen, welche Daten und Applikationen betroffen sind."
//   en: "When the law changes, it must be known which data and applications are concerned."
// remedy:
//   de: Die genannten Ämter früh in die Gesetzesänderung einbeziehen.
//   en: Involve the offices named early in the change of the law.
// params:
//   law:
//     kind: text
//     title: [Gesetz enthält, Law contains]
//     help: ["Ein Teil des Namens; leer: alle.", "A part of the name; empty: all."]
//     default: ""
// returns: [legal_basis, object_id, data_object, classification, leading, office, stores, interfaces]
// columns:
//   legal_basis: [Gesetz, Law]
//   object_id: [ID, ID, DataObject]
//   data_object: [Datenobjekt, Data object]
//   classification: [Klassifikation, Classification, DataObject.classification]
//   leading: [Führendes System, Leading system]
//   office: [Zuständiges Amt, Owned by]
//   stores: [Datenbestände, Data stores]
//   interfaces: [Schnittstellen, Interfaces]
MATCH (d:DataObject)
WHERE d.legal_basis IS NOT NULL AND toLower(d.legal_basis) CONTAINS toLower($law)
OPTIONAL MATCH (d)-[:LED_BY]->(a:Application)
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN d.legal_basis AS legal_basis, d.id AS object_id, d.name AS data_object, d.classification AS classification,
       a.name AS leading, o.name AS office, COUNT { (d)<-[:CONTAINS]-() } AS stores,
       COUNT { (d)<-[:CARRIES]-() } AS interfaces
ORDER BY legal_basis, data_object, object_id, a.id
