// title: {de: Wege schützenswerter Daten, en: Ways of sensitive data}
// question:
//   de: Wohin gelangen Personendaten über Schnittstellen und Betrieb, auch mittelbar, und wo sind sie dort weniger geschützt?
//   en: Where do personal data get over interfaces and hosting, indirectly too, and where are they less protected there?
// why:
//   de: Für den Schutz haftet, wer die Daten weitergibt; die dritte Station sieht keine Liste der Schnittstellen.
//   en: Who passes data on answers for its protection; no list of interfaces shows the third station.
// remedy:
//   de: Den ersten falschen Schritt beheben; was danach kommt, erledigt sich meist mit ihm.
//   en: Mend the first step that is wrong; what follows is mostly settled with it.
// params: {}
// returns: [thing, leaders, stores]
MATCH (n:DataObject)
RETURN id(n) AS thing,
       COLLECT { MATCH (n)-[:LED_BY]->(a:Application) RETURN id(a) ORDER BY a.id } AS leaders,
       COLLECT { MATCH (n)<-[:CONTAINS]-(s:DataStore) RETURN id(s) ORDER BY s.id } AS stores
ORDER BY n.id
