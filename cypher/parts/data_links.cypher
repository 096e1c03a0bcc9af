// title: {de: Wo Daten liegen und wohin sie fliessen, en: Where data lies and where it flows}
// question:
//   de: Wer hält, liefert, bezieht und überträgt was?
//   en: Who holds, provides, consumes and carries what?
// why:
//   de: Daraus entsteht jeder Weg von Daten.
//   en: Every path of data is made of it.
// remedy:
//   de: Fehlende Beziehungen an der Quelle ergänzen.
//   en: Add missing links at their source.
// params:
//   kinds: relationship types
// returns: [kind, starts, ends]
/* Numbers of nodes, not ids: they are fetched by the hundred thousand. */
MATCH (a)-[r]->(b)
WHERE type(r) IN $kinds
RETURN type(r) AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
ORDER BY kind
