// title: {de: Seltene Technologien, en: Rare technologies}
// group: technology
// question:
//   de: Welche Technologien trägt nur eine Handvoll Einträge?
//   en: Which technologies carry only a handful of entries?
// why:
//   de: "Für Einzelstücke hält man Wissen und Verträge vor, die niemand sonst braucht."
//   en: Single pieces need knowledge and contracts nobody else needs.
// remedy:
//   de: Beim nächsten Release auf eine verbreitete Technologie wechseln.
//   en: Change to a common technology with the next release.
// params:
//   most:
//     kind: integer
//     title: [Höchstens Einsätze, At most uses]
//     help: [Höchstens Einsätze, At most uses]
//     default: 1
//     low: 1
//     high: 100
// returns: [technology_id, technology, kind, uses, names]
// columns:
//   technology_id: [ID, ID, Technology]
//   technology: [Technologie, Technology]
//   kind: [Art, Kind, Technology.kind]
//   uses: [Einsätze, Uses]
//   names: [Welche, Which]
MATCH (t:Technology)<-[:BUILT_WITH]-(part)
WITH t, part
ORDER BY part.name, part.id
WITH t, count(part) AS uses, collect(part.name) AS names
WHERE uses <= $most
RETURN t.id AS technology_id, t.name AS technology, t.kind AS kind, uses, names
ORDER BY uses, technology, technology_id
