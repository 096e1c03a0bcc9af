// title: {de: Kandidaten für offene Daten, en: Open data candidates}
// question:
//   de: Welche Datenbestände könnten veröffentlicht werden, was spricht dagegen, und was fehlt zum Entscheid?
//   en: Which data stores could be published, what speaks against it, and what is missing to decide?
// why:
//   de: Was ohnehin öffentlich ist und viele brauchen, sollte man nicht einzeln anfragen müssen.
//   en: What is public anyway and needed by many should not have to be asked for one by one.
// remedy:
//   de: Geeignete Bestände veröffentlichen; bei unentschiedenen die fehlenden Angaben erfragen.
//   en: Publish the stores that fit; ask for what is missing where nothing is decided.
// params: {}
// returns: [stores]
MATCH (s:DataStore)
WHERE s.open_data_candidate = true OR (
    coalesce(s.personal_data, 'none') = 'none' AND coalesce(s.classification, 'public') = 'public'
  )
WITH s,
     COLLECT {
       MATCH (s)<-[:HOLDS]-(a:Application)
       RETURN [
         a.id, coalesce(a.name, a.id), a.published, [(a)-[:OWNED_BY]->(u) | coalesce(u.name, u.id)],
         [(a)-[:USED_BY]->(u) | coalesce(u.name, u.id)]
       ]
       ORDER BY a.id
     } AS holders,
     COLLECT {
       MATCH (s)-[:CONTAINS]->(o:DataObject)
       RETURN [o.id, coalesce(o.name, o.id), o.classification, [(o)-[:LED_BY]->(a) | a.id]]
       ORDER BY o.id
     } AS things
ORDER BY s.id
RETURN collect([
         s.id, coalesce(s.name, s.id), s.personal_data, s.classification, s.open_data_candidate, holders, things
       ]) AS stores
