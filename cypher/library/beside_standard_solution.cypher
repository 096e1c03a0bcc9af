// title: {de: Neben der Standardlösung, en: Beside the standard solution}
// group: standards
// question:
//   de: "Welche Applikationen decken eine Fähigkeit ab, für die es eine Standardlösung gibt?"
//   en: Which applications cover a capability that has a standard solution?
// why:
//   de: "Hier ist der Weg schon entschieden, er ist nur noch nicht gegangen."
//   en: "Here the way is decided already, only not taken yet."
// remedy:
//   de: Mit dem Amt den Wechsel planen oder eine befristete Ausnahme festhalten.
//   en: "Plan the change with the office, or record a deviation with an end."
// params:
//   capability:
//     kind: fact
//     title: [Fähigkeit, Capability]
//     help: ["Nur diese Fähigkeit; leer: alle.", "This capability only; empty: all."]
//     of: [BusinessCapability]
// returns: [capability, solution, id, application, office, run_cost, contract_end]
// columns:
//   capability: [Fähigkeit, Capability]
//   solution: [Standardlösung, Standard solution]
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   run_cost: [Betriebskosten (CHF/Jahr), Run cost (CHF/year)]
//   contract_end: [Vertragsende, Contract end]
MATCH (c:BusinessCapability)-[:HAS_STANDARD_SOLUTION]->(best:Application)
WHERE $capability IS NULL OR c.id = $capability
MATCH (c)<-[:SUPPORTS]-(a:Application)
WHERE a <> best AND NOT coalesce(a.status, '') IN ['planned', 'retired']
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN c.name AS capability, best.name AS solution, a.id AS id, a.name AS application, o.name AS office,
       a.run_cost AS run_cost, a.contract_end AS contract_end
ORDER BY capability, c.id, solution, contract_end, application, id
