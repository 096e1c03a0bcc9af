// title: {de: Kosten der Betriebsumgebungen, en: Cost of hosting}
// question:
//   de: Was kostet jede Betriebsumgebung im Jahr?
//   en: What does each operating environment cost a year?
// why:
//   de: Eine Umgebung, auf der mehrere Applikationen laufen, darf nicht mehrfach zählen.
//   en: An environment that several applications run on must not count several times.
// remedy:
//   de: Fehlende Kosten im Blatt Betriebsumgebungen nachtragen.
//   en: Add missing costs in the sheet Betriebsumgebungen.
// params: {}
// returns: [id, cost]
MATCH (h:Hosting)
RETURN h.id AS id, h.cost AS cost
ORDER BY id
