// title: {de: Von mehreren Ämtern genutzt, en: Used by several offices}
// group: organisation
// question:
//   de: Welche Applikationen nutzen mehrere Ämter schon gemeinsam?
//   en: Which applications do several offices already share?
// why:
//   de: "Was schon geteilt wird, ist der natürliche Kandidat für eine Standardlösung."
//   en: What is shared already is the natural candidate for a standard solution.
// remedy:
//   de: Als gemeinsame Lösung mit klarer Verantwortung und Kostenteilung führen.
//   en: Run it as a shared solution with clear ownership and shared cost.
// params:
//   least:
//     kind: integer
//     title: [Mindestens Ämter, At least offices]
//     help: [Mindestens Ämter, At least offices]
//     default: 3
//     low: 2
//     high: 1000
// returns: [id, application, office, offices, users, names]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   offices: [Nutzende Ämter, Offices that use it]
//   users: [Benutzende, Users]
//   names: [Welche, Which]
MATCH (a:Application)-[:USED_BY]->(u:OrganisationUnit)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
WITH a, u
ORDER BY u.name, u.id
WITH a, count(u) AS offices, collect(u.name) AS names
WHERE offices >= $least
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN a.id AS id, a.name AS application, o.name AS office, offices, a.users AS users, names
ORDER BY offices DESC, application, id
