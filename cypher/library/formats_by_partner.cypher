// title: {de: Formate je Partner, en: Formats by partner}
// group: interfaces
// question:
//   de: In welchen Formaten tauschen zwei Ämter Daten aus?
//   en: In which formats do two offices exchange data?
// why:
//   de: Viele Formate zwischen denselben Partnern sind vermeidbarer Aufwand.
//   en: Many formats between the same partners are avoidable effort.
// remedy:
//   de: "Je Partnerpaar ein Format vereinbaren, wo es eines gibt ein eCH-Standard."
//   en: "Agree on one format for each pair, an eCH standard where there is one."
// params:
//   formats:
//     kind: integer
//     title: [Mindestens Formate, At least formats]
//     help: [Mindestens Formate, At least formats]
//     default: 2
//     low: 1
//     high: 50
// returns: [giver, taker, formats, interfaces]
// columns:
//   giver: [Von Amt, From office]
//   taker: [An Amt, To office]
//   formats: [Formate, Formats]
//   interfaces: [Schnittstellen, Interfaces]
MATCH (i:Interface)
WHERE NOT coalesce(i.status, '') IN ['planned', 'retired']
MATCH (i)<-[:PROVIDES]-(from)
MATCH (i)-[:CONSUMED_BY]->(to)
OPTIONAL MATCH (from)<-[:HOLDS]-(giving:Application)
OPTIONAL MATCH (to)<-[:HOLDS]-(taking:Application)
WITH DISTINCT i, CASE WHEN from:Application THEN from ELSE giving END AS a,
     CASE WHEN to:Application THEN to ELSE taking END AS b
MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit), (b)-[:OWNED_BY]->(p:OrganisationUnit)
WHERE o <> p
WITH DISTINCT o, p, i
ORDER BY i.format
WITH o, p, collect(DISTINCT i.format) AS formats, count(i) AS interfaces
WHERE size(formats) >= $formats
RETURN o.name AS giver, p.name AS taker, formats, interfaces
ORDER BY size(formats) DESC, interfaces DESC, giver, taker, o.id, p.id
