// title: {de: Aufbewahrung, en: Retention}
// question:
//   de: Welche Datenbestände haben keine lesbare Aufbewahrungsfrist, eine zu lange, oder überleben ihre Applikation?
//   en: Which data stores have no readable retention, one that is too long, or outlive their application?
// why:
//   de: Personendaten ohne Frist bleiben liegen; jede Kopie, die länger lebt als ihr Original, unterläuft dessen Löschung.
//   en: Personal data without a period stays; each copy that outlives its original undoes the original's deletion.
// remedy:
//   de: Frist nach Rechtsgrundlage festlegen und eintragen, danach löschen oder dem Archiv anbieten.
//   en: Set and record the period by its legal basis, then delete or offer to the archive.
// params: {}
// returns: [stores]
MATCH (s:DataStore)
WITH s,
     COLLECT {
       MATCH (s)<-[:HOLDS]-(a:Application)
       RETURN [a.id, coalesce(a.name, a.id), a.status, a.end_of_life, [(a)-[:OWNED_BY]->(u) | coalesce(u.name, u.id)][0]]
       ORDER BY a.id
     } AS holders,
     COLLECT {
       MATCH (s)-[:CONTAINS]->(o:DataObject)
       RETURN [o.id, coalesce(o.name, o.id), o.legal_basis, [(o)-[:LED_BY]->(a) | a.id]]
       ORDER BY o.id
     } AS things
ORDER BY s.id
RETURN collect([s.id, coalesce(s.name, s.id), s.kind, s.personal_data, s.retention, holders, things]) AS stores
