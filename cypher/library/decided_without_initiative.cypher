// title: {de: "Entschieden, aber ohne Vorhaben", en: "Decided, but without initiative"}
// group: initiatives
// question:
//   de: "Welche Applikationen sollen migriert oder eliminiert werden, ohne dass ein Vorhaben sie angeht?"
//   en: Which applications shall be migrated or eliminated without any initiative for it?
// why:
//   de: Ein Entscheid ohne Vorhaben ist ein Wunsch.
//   en: A decision without an initiative is a wish.
// remedy:
//   de: In ein laufendes Vorhaben aufnehmen oder eines beantragen.
//   en: "Take it into a running initiative, or apply for one."
// params:
//   office:
//     kind: fact
//     title: [Amt, Office]
//     help: ["Nur Applikationen dieses Amtes; leer: alle.", "Applications of this office only; empty: all."]
//     of: [OrganisationUnit]
// returns: [id, application, office, decision, status, contract_end, run_cost]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   decision: [Entscheid, Decision, Application.decision]
//   status: [Status, Status, Application.status]
//   contract_end: [Vertragsende, Contract end]
//   run_cost: [Betriebskosten (CHF/Jahr), Run cost (CHF/year)]
MATCH (a:Application)
WHERE a.decision IN ['migrate', 'eliminate'] AND coalesce(a.status, '') <> 'retired'
      AND NOT EXISTS { MATCH (a)<-[:AFFECTS]-(v:Initiative) WHERE v.status IN ['planned', 'running', 'paused'] }
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
WITH a, o
WHERE $office IS NULL OR o.id = $office
RETURN a.id AS id, a.name AS application, o.name AS office, a.decision AS decision, a.status AS status,
       a.contract_end AS contract_end, a.run_cost AS run_cost
ORDER BY contract_end, application, id
