// title: {de: Was Daten hält und worüber sie geführt werden, en: What holds data and what it is about}
// question:
//   de: Welche Applikationen und Datenbestände gibt es und wie sind sie geschützt?
//   en: Which applications and data stores are there and how are they protected?
// why:
//   de: Ein Weg von Daten beginnt und endet an ihnen.
//   en: A path of data begins and ends there.
// remedy:
//   de: Fehlende Angaben an der Quelle ergänzen.
//   en: Add what is missing at its source.
// params:
//   personal: properties in which data objects may say whether they speak of persons, a column of the office's own
// returns: [label, facts]
MATCH (n:Application|DataStore|DataObject|Hosting|OrganisationUnit)
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label
ORDER BY n.id
RETURN label, collect([
         id(n), n.id, coalesce(n.name, n.id), n.kind, n.status,
         CASE WHEN n:DataObject THEN [key IN $personal WHERE n[key] IS NOT NULL | n[key]][0] ELSE n.personal_data END,
         coalesce(n.classification, n.confidentiality), n.jurisdiction
       ]) AS facts
ORDER BY label
