// title: {de: Kosten je Benutzende, en: Cost per user}
// group: cost
// question:
//   de: Welche Applikationen kosten je benutzende Person am meisten?
//   en: Which applications cost most per user?
// why:
//   de: Teure Nischen sind Kandidaten für eine gemeinsame Lösung.
//   en: Expensive niches are candidates for a shared solution.
// remedy:
//   de: "Prüfen, ob eine vorhandene Lösung die Aufgabe mit erfüllt."
//   en: Check whether an existing solution can do the task as well.
// params:
//   least:
//     kind: integer
//     title: [Mindestens CHF je Person, At least CHF per user]
//     help: [Mindestens CHF je Person, At least CHF per user]
//     default: 1000
//     low: 0
//     high: 1000000
// returns: [id, application, office, users, cost, per_user]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   users: [Benutzende, Users]
//   cost: [Kosten (CHF/Jahr), Cost (CHF/year)]
//   per_user: [CHF je Person, CHF per user]
MATCH (a:Application)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired'] AND a.users > 0
      AND (a.run_cost IS NOT NULL OR a.licence_cost IS NOT NULL)
WITH a, coalesce(a.run_cost, 0) + coalesce(a.licence_cost, 0) AS cost
WITH a, cost, toInteger(round(cost / a.users)) AS per_user
WHERE per_user >= $least
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN a.id AS id, a.name AS application, o.name AS office, a.users AS users, cost, per_user
ORDER BY per_user DESC, application, id
