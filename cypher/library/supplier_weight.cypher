// title: {de: Gewicht der Lieferanten, en: Weight of suppliers}
// group: cost
// question:
//   de: "Von welchen Lieferanten hängen die meisten Applikationen, Ämter und Kosten ab?"
//   en: "On which suppliers do the most applications, offices and cost depend?"
// why:
//   de: Klumpen bei einem Lieferanten sind Risiko und Verhandlungsmacht zugleich.
//   en: A lump at one supplier is a risk and a lever at once.
// remedy:
//   de: Bei den grössten gemeinsam verhandeln und den Ausstieg vorbereiten.
//   en: "Negotiate together with the largest, and prepare an exit."
// params:
//   least:
//     kind: integer
//     title: [Mindestens Applikationen, At least applications]
//     help: [Mindestens Applikationen, At least applications]
//     default: 2
//     low: 1
//     high: 10000
// returns: [supplier_id, supplier, country, applications, critical, offices, cost]
// columns:
//   supplier_id: [ID, ID, Supplier]
//   supplier: [Lieferant, Supplier]
//   country: [Land, Country]
//   applications: [Applikationen, Applications]
//   critical: [davon kritisch, of these critical]
//   offices: [Ämter, Offices]
//   cost: [Kosten (CHF/Jahr), Cost (CHF/year)]
MATCH (a:Application)-[:SUPPLIED_BY]->(s:Supplier)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
WITH s, count(DISTINCT a) AS applications, count(DISTINCT o) AS offices,
     sum(CASE WHEN a.criticality IN ['high', 'very_high'] THEN 1 ELSE 0 END) AS critical,
     sum(coalesce(a.run_cost, 0) + coalesce(a.licence_cost, 0)) AS cost
WHERE applications >= $least
RETURN s.id AS supplier_id, s.name AS supplier, s.country AS country, applications, critical, offices, cost
ORDER BY applications DESC, cost DESC, supplier, supplier_id
