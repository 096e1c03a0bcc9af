// title: {de: Was über Plattformen läuft, en: What runs over platforms}
// group: interfaces
// question:
//   de: Über welche Integrationsplattformen und Jobs laufen wie viele Schnittstellen?
//   en: Over which integration platforms and jobs do how many interfaces run?
// why:
//   de: Mehrere Plattformen nebeneinander verdoppeln Betrieb und Wissen.
//   en: Several platforms side by side double operation and knowledge.
// remedy:
//   de: Eine Zielplattform bestimmen und die übrigen auslaufen lassen.
//   en: Choose one target platform and let the others run out.
// params:
//   least:
//     kind: integer
//     title: [Mindestens Schnittstellen, At least interfaces]
//     help: [Mindestens Schnittstellen, At least interfaces]
//     default: 1
//     low: 1
//     high: 10000
// returns: [id, application, office, interfaces, modes, protocols]
// columns:
//   id: [ID, ID, Application]
//   application: [Plattform oder Job, Platform or job]
//   office: [Zuständiges Amt, Owned by]
//   interfaces: [Schnittstellen, Interfaces]
//   modes: [Arten, Modes, Interface.mode]
//   protocols: [Protokolle, Protocols]
MATCH (i:Interface)-[:RUNS_OVER]->(a:Application)
WHERE NOT coalesce(i.status, '') IN ['planned', 'retired']
WITH a, i
ORDER BY i.mode, i.protocol
WITH a, count(i) AS interfaces, collect(DISTINCT i.mode) AS modes, collect(DISTINCT i.protocol) AS protocols
WHERE interfaces >= $least
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN a.id AS id, a.name AS application, o.name AS office, interfaces, modes, protocols
ORDER BY interfaces DESC, application, id
