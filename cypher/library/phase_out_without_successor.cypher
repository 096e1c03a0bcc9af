// title: {de: Auslaufend ohne Nachfolge, en: Phase-out without successor}
// group: lifecycle
// question:
//   de: "Welche Applikationen laufen aus oder sollen weg, ohne dass eine Nachfolge feststeht?"
//   en: Which applications phase out or shall go without a successor?
// why:
//   de: Ohne Nachfolge wird aus dem Auslaufen ein Weiterbetrieb ohne Support.
//   en: "Without a successor, phasing out becomes running on without support."
// remedy:
//   de: Nachfolge oder ersatzlosen Verzicht entscheiden und eintragen.
//   en: "Decide on a successor or on doing without, and enter it."
// params:
//   office:
//     kind: fact
//     title: [Amt, Office]
//     help: ["Nur Applikationen dieses Amtes; leer: alle.", "Applications of this office only; empty: all."]
//     of: [OrganisationUnit]
// returns: [id, application, office, status, decision, end_of_life, users]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   status: [Status, Status, Application.status]
//   decision: [Entscheid, Decision, Application.decision]
//   end_of_life: [Lebensende, End of life]
//   users: [Benutzende, Users]
MATCH (a:Application)
WHERE coalesce(a.status, '') <> 'retired' AND (a.status = 'phase_out' OR a.decision IN ['migrate', 'eliminate'])
      AND NOT (a)-[:SUCCEEDED_BY]->()
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
WITH a, o
WHERE $office IS NULL OR o.id = $office
RETURN a.id AS id, a.name AS application, o.name AS office, a.status AS status, a.decision AS decision,
       a.end_of_life AS end_of_life, a.users AS users
ORDER BY end_of_life, application, id
