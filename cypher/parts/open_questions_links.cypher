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
MATCH (a:Fact)-[r]->(b:Fact)
WHERE type(r) IN $types
WITH type(r) AS type, id(a) AS start, id(b) AS end
ORDER BY type, start, end
RETURN type, collect(start) AS starts, collect(end) AS ends
ORDER BY type
