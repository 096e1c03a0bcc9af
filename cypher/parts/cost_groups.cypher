// title: {de: Wonach Kosten verteilt werden, en: What costs are spread over}
// question:
//   de: Wie heissen die Fähigkeiten, Ämter oder Lieferanten, und wozu gehören sie?
//   en: What are the capabilities, offices or suppliers called, and what do they belong to?
// why:
//   de: Eine Abteilung zählt zu ihrem Amt.
//   en: A division counts for its office.
// remedy:
//   de: Die Spalte Gehört zu im Blatt Organisationseinheiten nachtragen.
//   en: Complete the column Gehört zu in the sheet Organisationseinheiten.
// params: {label: "BusinessCapability, OrganisationUnit or Supplier"}
// returns: [id, name, kind, above]
MATCH (g:BusinessCapability|OrganisationUnit|Supplier)
WHERE $label IN labels(g)
OPTIONAL MATCH (g)-[:BELONGS_TO]->(up:OrganisationUnit)
RETURN g.id AS id, g.name AS name, CASE WHEN g:OrganisationUnit THEN g.kind END AS kind, min(up.id) AS above
ORDER BY id
