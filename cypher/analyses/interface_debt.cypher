// title: {de: Schnittstellenschulden, en: Interface debt}
// question:
//   de: Welche Schnittstellen sind von Hand, Dateien, direkte Datenbankzugriffe, doppelt, ungeschützt oder führen ins Leere?
//   en: Which interfaces are manual, files, database links, doubled, unprotected, or lead to what is retired?
// why:
//   de: Jede von ihnen kostet Handarbeit, Fehler oder Sicherheit und erschwert die Ablösung ihrer Partner.
//   en: Each of them costs work, errors or safety, and makes it harder to replace its partners.
// remedy:
//   de: Die höchsten Punkte zuerst; der Ausweg steht bei jeder Zeile.
//   en: The highest points first; the way out stands in each line.
// params: {}
// returns: [relationship, starts, ends]
/* Kind by kind: a scan of one kind needs no look at the type of each link. */
CALL () {
  MATCH (a)-[:CARRIES]->(b)
  RETURN 'CARRIES' AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:CONSUMED_BY]->(b)
  RETURN 'CONSUMED_BY' AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:HOLDS]->(b)
  RETURN 'HOLDS' AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:PROVIDES]->(b)
  RETURN 'PROVIDES' AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:RUNS_OVER]->(b)
  RETURN 'RUNS_OVER' AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
}
RETURN relationship, starts, ends
ORDER BY relationship
