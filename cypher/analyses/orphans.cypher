// title: {de: Verwaiste Einträge, en: Orphans}
// question:
//   de: Worauf verweist niemand, und was verweist selbst auf nichts, was zählt? Welchen Schnittstellen fehlt eine Seite?
//   en: What does nobody refer to, and what refers to nothing that matters? Which interfaces lack a side?
// why:
//   de: Was keinen Bezug hat, kostet vielleicht noch, schützt niemand und sieht keine Auswertung.
//   en: What has no link may still cost money, nobody protects it, and no analysis sees it.
// remedy:
//   de: Beim Amt nachfragen, die fehlenden Beziehungen nachtragen oder den Eintrag streichen.
//   en: Ask the office; add the missing links, or strike the entry.
// params:
//   rules: list of [label, relationships that matter, those of them that only say who answers for it]
// returns: [label, id, name, owned, missing, open]
UNWIND $rules AS rule
MATCH (n:$(rule[0]))
WHERE NOT EXISTS { (n)-[r]-() WHERE type(r) IN rule[1] }
RETURN rule[0] AS label, n.id AS id, n.name AS name, EXISTS { (n)-[r]-() WHERE type(r) IN rule[2] } AS owned,
       null AS missing, coalesce(n._open, []) AS open
ORDER BY label, id
UNION ALL
MATCH (n:Interface)
WITH n, EXISTS { (n)<-[:PROVIDES]-() } AS provided, EXISTS { (n)-[:CONSUMED_BY]->() } AS consumed
WHERE provided <> consumed
RETURN 'Interface' AS label, n.id AS id, n.name AS name, false AS owned,
       CASE WHEN provided THEN 'consumed_by' ELSE 'provided_by' END AS missing, coalesce(n._open, []) AS open
ORDER BY label, id
