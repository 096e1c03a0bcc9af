// title:
//   de: Einheiten und die Einheit darüber
//   en: Units and the unit above
// question:
//   de: Zu welchem Amt gehört jede Einheit?
//   en: To which office does each unit belong?
// why:
//   de: Eine Abteilung zählt zu ihrem Amt.
//   en: A division counts as its office.
// remedy:
//   de: Im Blatt Organisationseinheiten «Gehört zu» nachtragen.
//   en: Add «Belongs to» to the organisation units.
// params: {}
// returns: [node, id, name, short_name, kind, above]
MATCH (u:OrganisationUnit)
RETURN id(u) AS node, u.id AS id, u.name AS name, u.short_name AS short_name, u.kind AS kind,
       COLLECT { MATCH (u)-[:BELONGS_TO]->(above:OrganisationUnit) RETURN id(above) AS x ORDER BY above.id LIMIT 1 }[0] AS above
ORDER BY id
