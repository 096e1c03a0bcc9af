// title: {de: Applikationen ohne Verantwortung, en: Applications nobody answers for}
// group: organisation
// question:
//   de: "Bei welchen Applikationen fehlt das zuständige Amt, die Fach- oder die IT-Verantwortung?"
//   en: "For which applications is the owning office, the business owner or the IT owner missing?"
// why:
//   de: "Ohne Verantwortung entscheidet niemand, und niemand bezahlt."
//   en: "Without an owner nobody decides, and nobody pays."
// remedy:
//   de: Mit dem nutzenden Amt klären und eintragen.
//   en: "Clarify with the office that uses it, and enter it."
// params:
//   office:
//     kind: fact
//     title: [Amt, Office]
//     help: ["Nur Applikationen dieses Amtes; leer: alle.", "Applications of this office only; empty: all."]
//     of: [OrganisationUnit]
// returns: [id, application, office, missing, users, criticality]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   missing: [Es fehlt, Missing, "Application.*"]
//   users: [Benutzende, Users]
//   criticality: [Kritikalität, Criticality, Application.criticality]
MATCH (a:Application)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
WITH a, o, [['owned_by', o.id], ['business_owner', a.business_owner], ['it_owner', a.it_owner]] AS wanted
WITH a, o, [pair IN wanted WHERE pair[1] IS NULL | pair[0]] AS missing
WHERE size(missing) > 0 AND ($office IS NULL OR o.id = $office)
RETURN a.id AS id, a.name AS application, o.name AS office, missing, a.users AS users, a.criticality AS criticality
ORDER BY size(missing) DESC, application, id
