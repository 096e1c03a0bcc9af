// title: {de: Lebenszyklus der Technologien, en: Technology life cycle}
// question:
//   de: Welches Produkt in welcher Version ist jede Technologie, und wie lange wird sie noch unterstützt?
//   en: Which product and release is each technology, and how long is it still supported?
// why:
//   de: Nach dem Lebensende gibt es keine Sicherheitskorrekturen mehr; was nicht erkannt ist, kann schon so weit sein.
//   en: After the end of life there are no security fixes; what is not recognised may have got there already.
// remedy:
//   de: Auf die Nachfolge wechseln; wo das Ende unklar ist, Version, Kennung oder Lebensende im Katalog ergänzen.
//   en: Move to the successor; where the end is unclear, add version, identifier or end of life in the catalogue.
// params: {}
// returns: [label, id, name, successor, node, version, slug, aliases, support_ends, end_of_life]
MATCH (t:Technology)
RETURN 'Technology' AS label, t.id AS id, t.name AS name,
       COLLECT { MATCH (t)-[:SUCCEEDED_BY]->(s:Technology) RETURN coalesce(s.name, s.id) ORDER BY s.id }[0] AS successor,
       id(t) AS node, t.version AS version, t.lifecycle_slug AS slug, coalesce(t.aliases, []) AS aliases,
       t.support_ends AS support_ends, t.end_of_life AS end_of_life
ORDER BY id
