// title: {de: Datenqualität, en: Data quality}
// question:
//   de: Wie vollständig ist jedes Feld je Typ und Amt ausgefüllt, und wie alt sind die Bestätigungen?
//   en: How completely is each field filled by type and office, and how old are the confirmations?
// why:
//   de: Jede Auswertung ist nur so gut wie die Felder, auf denen sie beruht.
//   en: Each analysis is only as good as the fields it rests on.
// remedy:
//   de: Die leersten Felder zuerst erfragen; Einträge jährlich bestätigen lassen.
//   en: Ask for the emptiest fields first; have entries confirmed every year.
// params:
//   labels: fact types
//   stale: confirmations before this day are too old
// returns: [label, facts]
/* Facts that hold the same fields are one group: there are far fewer groups than facts. */
MATCH (n:Fact)
WITH n, [one IN labels(n) WHERE one <> 'Fact'][0] AS label
WHERE label IN $labels
WITH label, n.confirmed_on IS NULL AS never, coalesce(n.confirmed_on < $stale, true) AS stale, keys(n) AS fields,
     count(*) AS facts
WITH label, [0, facts, never, stale, fields] AS group
RETURN label, collect(group) AS facts
ORDER BY label
