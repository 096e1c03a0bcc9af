// title: {de: "Gleiches Produkt, mehrere Lieferanten", en: "Same product, several suppliers"}
// group: cost
// question:
//   de: Welche Produkte bezieht die Verwaltung bei mehreren Lieferanten?
//   en: Which products does the administration get from several suppliers?
// why:
//   de: Getrennte Verträge für dasselbe Produkt verschenken Menge und Preis.
//   en: Separate contracts for one product give away volume and price.
// remedy:
//   de: Bedarf bündeln und einen Rahmenvertrag ausschreiben.
//   en: Bundle the demand and tender a framework contract.
// params:
//   suppliers:
//     kind: integer
//     title: [Mindestens Lieferanten, At least suppliers]
//     help: [Mindestens Lieferanten, At least suppliers]
//     default: 2
//     low: 1
//     high: 50
// returns: [product, suppliers, offices, applications, cost]
// columns:
//   product: [Produkt, Product]
//   suppliers: [Lieferanten, Suppliers]
//   offices: [Ämter, Offices]
//   applications: [Applikationen, Applications]
//   cost: [Kosten (CHF/Jahr), Cost (CHF/year)]
MATCH (a:Application)-[:SUPPLIED_BY]->(s:Supplier)
WHERE a.product IS NOT NULL AND NOT coalesce(a.status, '') IN ['planned', 'retired']
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
WITH a, s, o
ORDER BY s.name, o.name
WITH a.product AS product, collect(DISTINCT s.name) AS suppliers, collect(DISTINCT o.name) AS offices,
     count(DISTINCT a) AS applications, sum(coalesce(a.run_cost, 0) + coalesce(a.licence_cost, 0)) AS cost
WHERE size(suppliers) >= $suppliers
RETURN product, suppliers, offices, applications, cost
ORDER BY size(suppliers) DESC, product
