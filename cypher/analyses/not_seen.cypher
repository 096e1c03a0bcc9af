// title: {de: Nicht mehr gemeldet, en: No longer reported}
// question:
//   de: Welche Einträge stehen nicht mehr in dem Inventar, aus dem sie kamen, und seit wann?
//   en: Which entries are no longer in the inventory they came from, and since when?
// why:
//   de: Was ein Amt nicht mehr meldet, ist vielleicht abgelöst, vielleicht nur vergessen; gelöscht wird es nie von selbst.
//   en: What an office no longer reports may be gone, or only forgotten; it is never deleted by itself.
// remedy:
//   de: Beim Amt nachfragen; was wirklich weg ist, nimmt der nächste Import mit --retire-missing aus dem Katalog.
//   en: Ask the office; what is really gone leaves the catalogue with the next import and --retire-missing.
// params: {}
// returns: [label, id, name, source, last_seen, others]
MATCH (n:Fact)
WHERE n._missing_in IS NOT NULL
UNWIND n._missing_in AS mark
WITH n, split(mark, '|')[0] AS source, split(mark, '|')[1] AS day,
     [one IN n._missing_in | split(one, '|')[0]] AS missing
RETURN [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n.id AS id, n.name AS name, source,
       CASE WHEN day <> '' THEN date(day) END AS last_seen,
       [other IN coalesce(n._sources, []) WHERE NOT other IN missing] AS others
ORDER BY source, label, id
