// title: {de: Produkte in mehreren Ämtern, en: Products in several offices}
// group: cost
// question:
//   de: Welche Produkte betreiben mehrere Ämter je für sich?
//   en: Which products do several offices run each for itself?
// why:
//   de: "Gleiches Produkt, mehrere Installationen: hier genügt oft ein gemeinsamer Mandant."
//   en: "Same product, several installations: one shared instance often suffices."
// remedy:
//   de: "Installationen zusammenlegen, mit der verbreitetsten Version als Ziel."
//   en: "Merge the installations, the most common version as target."
// params:
//   offices:
//     kind: integer
//     title: [Mindestens Ämter, At least offices]
//     help: [Mindestens Ämter, At least offices]
//     default: 2
//     low: 2
//     high: 1000
// returns: [product, offices, applications, versions, names, cost]
// columns:
//   product: [Produkt, Product]
//   offices: [Ämter, Offices]
//   applications: [Applikationen, Applications]
//   versions: [Versionen, Versions]
//   names: [Welche, Which]
//   cost: [Kosten (CHF/Jahr), Cost (CHF/year)]
MATCH (a:Application)-[:OWNED_BY]->(o:OrganisationUnit)
WHERE a.product IS NOT NULL AND NOT coalesce(a.status, '') IN ['planned', 'retired']
WITH a, o
ORDER BY a.name, a.id
WITH a.product AS product, count(DISTINCT o) AS offices, count(a) AS applications, collect(a.name) AS names,
     collect(DISTINCT a.version) AS versions, sum(coalesce(a.run_cost, 0) + coalesce(a.licence_cost, 0)) AS cost
WHERE offices >= $offices
RETURN product, offices, applications, size(versions) AS versions, names, cost
ORDER BY offices DESC, applications DESC, product
