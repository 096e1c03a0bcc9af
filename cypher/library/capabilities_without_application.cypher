// title: {de: Fähigkeiten ohne Applikation, en: Capabilities without application}
// group: organisation
// question:
//   de: "Welche Geschäftsfähigkeiten unterstützt keine Applikation im Einsatz, oder nur eine Handvoll?"
//   en: "Which business capabilities does no application in use support, or only a handful?"
// why:
//   de: Eine Lücke in der Karte ist eine Lücke im Inventar oder in der Unterstützung.
//   en: "A gap on the map is a gap in the inventory, or in support."
// remedy:
//   de: Inventar ergänzen oder den Bedarf im Portfolio anmelden.
//   en: "Complete the inventory, or enter the need in the portfolio."
// params:
//   importance:
//     kind: integer
//     title: [Wichtigkeit mindestens, Importance at least]
//     help: [Von 1 bis 5; ohne Angabe zählt 1., From 1 to 5; none counts as 1.]
//     default: 1
//     low: 1
//     high: 5
//   most:
//     kind: integer
//     title: [Höchstens Applikationen, At most applications]
//     help: [Höchstens Applikationen, At most applications]
//     default: 0
//     low: 0
//     high: 100
// returns: [capability_id, capability, parent, strategic_importance, applications, processes]
// columns:
//   capability_id: [ID, ID, BusinessCapability]
//   capability: [Fähigkeit, Capability]
//   parent: [Teil von, Part of]
//   strategic_importance: [Wichtigkeit, Importance]
//   applications: [Applikationen, Applications]
//   processes: [Prozesse, Processes]
MATCH (c:BusinessCapability)
WHERE coalesce(c.strategic_importance, 1) >= $importance AND NOT (c)<-[:PART_OF]-(:BusinessCapability)
OPTIONAL MATCH (c)<-[:SUPPORTS]-(a:Application)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
WITH c, count(a) AS applications
WHERE applications <= $most
OPTIONAL MATCH (c)-[:PART_OF]->(over:BusinessCapability)
RETURN c.id AS capability_id, c.name AS capability, over.name AS parent,
       c.strategic_importance AS strategic_importance, applications,
       COUNT { (c)<-[:REALISES]-(:BusinessProcess) } AS processes
ORDER BY applications, strategic_importance DESC, capability, capability_id
