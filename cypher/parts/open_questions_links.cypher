// title: {de: Beziehungen einiger Arten, en: Links of some kinds}
// question:
//   de: Welche Einträge hängen durch diese Beziehungen zusammen?
//   en: Which entries are joined by these links?
// why:
//   de: Eine Antwort zu einem Eintrag kann das Urteil über einen anderen entscheiden.
//   en: An answer about one entry may settle the verdict on another.
// remedy:
//   de: Fehlende Beziehungen an ihrer Quelle nachtragen.
//   en: Add missing links at their source.
// params: {types: relationship types}
// returns: [type, starts, ends]
MATCH (a)-[r]->(b)
WHERE type(r) IN $types
RETURN type(r) AS type, collect(id(a)) AS starts, collect(id(b)) AS ends
ORDER BY type
