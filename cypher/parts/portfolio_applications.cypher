// title: {de: Applikationen in Betrieb mit ihrer Beurteilung, en: Applications in operation with their assessment}
// question:
//   de: Welche Applikationen sind in Betrieb, wie sind sie beurteilt, was kosten sie, wem dienen sie?
//   en: Which applications are in operation, how are they assessed, what do they cost, whom do they serve?
// why:
//   de: TIME und die vier R beurteilen dieselben Applikationen.
//   en: TIME and the four Rs assess the same applications.
// remedy:
//   de: Fehlende Beurteilungen im Blatt Applikationen nachtragen.
//   en: Add missing assessments in the sheet Applikationen.
// params: {office: "id of a unit; null for all", capability: "id of a capability; null for all"}
// returns: [applications]
MATCH (a:Application)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
  AND ($office IS NULL
       OR EXISTS { (a)-[:OWNED_BY]->(:OrganisationUnit) (()-[:BELONGS_TO]->())* (:OrganisationUnit {id: $office}) })
  AND ($capability IS NULL
       OR EXISTS { (a)-[:SUPPORTS]->(:BusinessCapability) (()-[:PART_OF]->())* (:BusinessCapability {id: $capability}) })
OPTIONAL MATCH (a)-[:OWNED_BY]->(unit:OrganisationUnit)
WITH a, min(coalesce(unit.name, unit.id)) AS office
ORDER BY a.id
RETURN collect([a.id, a.name, office, a.business_value, a.functional_fit, a.technical_fit, a.run_cost, a.licence_cost,
                a.users, a.criticality]) AS applications
