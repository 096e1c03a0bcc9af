// title: {de: Arbeitsplatzwerkzeuge mit Personendaten, en: Desktop tools with personal data}
// group: data
// question:
//   de: Welche Excel- und Access-Lösungen bearbeiten Personendaten?
//   en: Which Excel and Access solutions process personal data?
// why:
//   de: "Solche Werkzeuge haben selten Rechte, Protokoll und Sicherung."
//   en: "Such tools rarely have rights, logs and backups."
// remedy:
//   de: In eine Fachapplikation überführen oder die Daten daraus entfernen.
//   en: "Move into a specialist application, or take the data out."
// params:
//   personal:
//     kind: choice
//     title: [Personendaten mindestens, Personal data at least]
//     help: [Von dieser Stufe an., From this level on.]
//     default: personal
//     words:
//       personal: [Personendaten, Personal data]
//       sensitive: [Besonders schützenswerte, Sensitive data]
// returns: [id, application, office, personal_data, users, business_owner]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   personal_data: [Personendaten, Personal data, Application.personal_data]
//   users: [Benutzende, Users]
//   business_owner: [Fachverantwortung, Business owner]
MATCH (a:Application {kind: 'desktop_tool'})
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
      AND (a.personal_data = 'sensitive' OR a.personal_data = $personal)
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN a.id AS id, a.name AS application, o.name AS office, a.personal_data AS personal_data, a.users AS users,
       a.business_owner AS business_owner
ORDER BY personal_data DESC, office, application, id
