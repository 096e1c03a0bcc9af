// title: {de: Widersprüchliche Quellen, en: Sources that differ}
// question:
//   de: Bei welchen Einträgen sagen zwei Inventare Verschiedenes, und was gilt im Katalog?
//   en: For which entries do two inventories say different things, and what does the catalogue hold?
// why:
//   de: Wenn niemand weiss, welche Tabelle stimmt, stimmt bald keine mehr.
//   en: Where nobody knows which sheet is right, soon none is.
// remedy:
//   de: Mit beiden Stellen klären; welche Quelle für ein Feld vorgeht, legt die Einstellung «precedence» fest.
//   en: Settle it with both offices; the setting 'precedence' says which source goes before for a field.
// params: {}
// returns: [label, id, name, said, held]
MATCH (n:Fact)
WHERE n._said IS NOT NULL
RETURN [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n.id AS id, n.name AS name, n._said AS said,
       properties(n) AS held
ORDER BY label, id
