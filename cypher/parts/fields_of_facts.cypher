// title: {de: Felder je Eintrag, en: Fields by fact}
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
MATCH (n:Fact)
WITH n, [one IN labels(n) WHERE one <> 'Fact'][0] AS label
WHERE label IN $labels
WITH label, [id(n), 1, n.confirmed_on IS NULL, coalesce(n.confirmed_on < $stale, true), keys(n)] AS fact
RETURN label, collect(fact) AS facts
ORDER BY label
