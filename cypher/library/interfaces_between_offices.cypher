// title: {de: Schnittstellen zwischen zwei Ämtern, en: Interfaces between two offices}
// group: interfaces
// question:
//   de: Welche Schnittstellen führen aus den Applikationen eines Amtes in die eines anderen?
//   en: Which interfaces lead from the applications of one office to those of another?
// why:
//   de: Vor einer Zusammenlegung oder Ablösung muss der Austausch bekannt sein.
//   en: Before a merger or replacement the exchange must be known.
// remedy:
//   de: Gleichartige Flüsse zusammenlegen und über die Integrationsplattform führen.
//   en: Merge flows of the same kind and lead them over the integration platform.
// params:
//   giver:
//     kind: fact
//     title: [Von Amt, From office]
//     help: ["Das Amt, das liefert.", The office that delivers.]
//     of: [OrganisationUnit]
//     required: true
//   taker:
//     kind: fact
//     title: [An Amt, To office]
//     help: ["Das Amt, das bezieht; leer: alle.", "The office that receives; empty: all."]
//     of: [OrganisationUnit]
// returns: [interface_id, interface, from_application, to_application, giver_office, taker_office, mode, format]
// columns:
//   interface_id: [ID, ID, Interface]
//   interface: [Schnittstelle, Interface]
//   from_application: [Von, From]
//   to_application: [An, To]
//   giver_office: [Von Amt, From office]
//   taker_office: [An Amt, To office]
//   mode: [Art, Mode, Interface.mode]
//   format: [Format, Format]
MATCH (i:Interface)<-[:PROVIDES]-(a:Application)-[:OWNED_BY]->(o:OrganisationUnit)
WHERE NOT coalesce(i.status, '') IN ['planned', 'retired'] AND o.id = $giver
MATCH (i)-[:CONSUMED_BY]->(b:Application)-[:OWNED_BY]->(p:OrganisationUnit)
WHERE o <> p AND ($taker IS NULL OR p.id = $taker)
RETURN i.id AS interface_id, i.name AS interface, a.name AS from_application, b.name AS to_application,
       o.name AS giver_office, p.name AS taker_office, i.mode AS mode, i.format AS format
ORDER BY giver_office, taker_office, interface, interface_id, to_application, b.id
