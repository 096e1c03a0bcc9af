// title: {de: Wie die Organisationseinheiten heissen, en: What units are called}
// question:
//   de: Welchen Namen hat jede Einheit?
//   en: Which name has each unit?
// why:
//   de: Eine Auswertung zeigt Ämter mit Namen.
//   en: An analysis shows offices by name.
// remedy:
//   de: Fehlende Namen ergänzen.
//   en: Add missing names.
// params: {}
// returns: [key, name]
MATCH (u:OrganisationUnit)
RETURN id(u) AS key, coalesce(u.name, u.id) AS name
ORDER BY name, key
