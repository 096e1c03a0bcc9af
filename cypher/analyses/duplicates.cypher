// title: {de: Doppelte Einträge, en: Duplicates}
// question:
//   de: Welche Einträge meinen nach ihrem Namen dasselbe, wie sicher, und warum?
//   en: Which entries mean the same by their names, how surely, and why?
// why:
//   de: Was zweimal im Katalog steht, wird zweimal gezählt und nur einmal nachgeführt.
//   en: What stands in the catalogue twice is counted twice and kept current once.
// remedy:
//   de: Einträge zusammenlegen; die andere Schreibweise kommt als weiterer Name in den verbleibenden.
//   en: Merge the entries; the other spelling becomes another name of the one that stays.
// params:
//   labels: types whose names tell what they are
// returns: [label, facts]
MATCH (n:Fact)
WITH n, [one IN labels(n) WHERE one <> 'Fact'][0] AS label
WHERE label IN $labels AND n.name IS NOT NULL
WITH n, label
ORDER BY n.id
RETURN label, collect([n.id, n.name, n.aliases, n.short_name, n.version, n.lifecycle_slug]) AS facts
ORDER BY label
