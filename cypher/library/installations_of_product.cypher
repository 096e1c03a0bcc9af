// title: {de: Installationen eines Produkts, en: Installations of a product}
// group: lifecycle
// question:
//   de: In welchen Versionen und bei welchen Ämtern läuft ein Produkt?
//   en: In which versions and at which offices does a product run?
// why:
//   de: Vor einem Versionswechsel oder einer Zusammenlegung muss die ganze Flotte bekannt sein.
//   en: Before a change of version or a merger the whole fleet must be known.
// remedy: {de: Eine Zielversion vereinbaren., en: Agree on a target version.}
// params:
//   product:
//     kind: text
//     title: [Produkt enthält, Product contains]
//     help: ["Ein Teil des Produktnamens; leer: alle.", "A part of the product's name; empty: all."]
//     default: ""
// returns: [product, version, id, application, office, status, productive_since]
// columns:
//   product: [Produkt, Product]
//   version: [Version, Version]
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   status: [Status, Status, Application.status]
//   productive_since: [Produktiv seit, Productive since]
MATCH (a:Application)
WHERE a.product IS NOT NULL AND toLower(a.product) CONTAINS toLower($product) AND coalesce(a.status, '') <> 'retired'
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN a.product AS product, a.version AS version, a.id AS id, a.name AS application, o.name AS office,
       a.status AS status, a.productive_since AS productive_since
ORDER BY product, version, application, id
