// title:
//   de: Namen für das Gezeigte
//   en: Names for what is shown
// question:
//   de: Wie heissen diese Einträge?
//   en: What are these facts called?
// why:
//   de: Nur was gezeigt wird, braucht einen Namen.
//   en: Only what is shown needs a name.
// remedy:
//   de: Fehlende Namen in der Quelle nachtragen.
//   en: Add missing names at their source.
// params: {nodes: list of node numbers}
// returns: [named]
UNWIND $nodes AS node
MATCH (n)
WHERE id(n) = node
WITH node, [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n.id AS id, n.name AS name
ORDER BY label, id
RETURN collect([node, label, id, name]) AS named
