// title: {de: Technologien ohne Lebensdaten, en: Technologies without life cycle data}
// group: technology
// question:
//   de: "Von welchen eingesetzten Technologien weiss niemand, wie lange sie unterstützt werden?"
//   en: Of which technologies in use does nobody know how long they are supported?
// why:
//   de: "Was kein Enddatum hat, fällt in keiner Planung auf."
//   en: What has no end date shows up in no plan.
// remedy:
//   de: "Support- oder Lebensende beim Hersteller erfragen, oder die Kennung bei endoflife.date eintragen."
//   en: "Ask the maker for the end of support or life, or enter the identifier at endoflife.date."
// params: {}
// returns: [technology_id, technology, kind, supplier, uses]
// columns:
//   technology_id: [ID, ID, Technology]
//   technology: [Technologie, Technology]
//   kind: [Art, Kind, Technology.kind]
//   supplier: [Lieferant, Supplier]
//   uses: [Einsätze, Uses]
MATCH (t:Technology)<-[:BUILT_WITH]-(part)
WHERE t.support_ends IS NULL AND t.end_of_life IS NULL AND t.lifecycle_slug IS NULL
WITH t, count(part) AS uses
OPTIONAL MATCH (t)-[:SUPPLIED_BY]->(s:Supplier)
RETURN t.id AS technology_id, t.name AS technology, t.kind AS kind, s.name AS supplier, uses
ORDER BY uses DESC, technology, technology_id
