// title: {de: Kandidaten für eine Zentralisierung, en: Candidates for centralisation}
// question:
//   de: Welche Applikationen verschiedener Ämter tun dasselbe, und was empfiehlt die Richtlinie?
//   en: Which applications of different offices do the same work, and what does the guideline say?
// why:
//   de: Jede gleiche Lösung wird mehrfach bezahlt, gepflegt und gesichert; doch nicht alles Ähnliche gehört zusammen.
//   en: Each solution of the same kind is paid, maintained and secured again; yet not all that is alike belongs together.
// remedy:
//   de: Gruppe mit den Ämtern prüfen, offene Fragen beantworten, Ziel und Reihenfolge festlegen; siehe docs/centralisation.md.
//   en: Go through the group with the offices, answer what is open, settle target and order; see docs/centralisation.md.
// params: {}
// returns: [nodes, ids, names, kinds, products, business_owners, it_owners, open]
/* All in one row of flat columns, for the driver's work goes by rows; the analysis compares what is in operation. */
MATCH (a:Application)
WHERE coalesce(a.status, '') <> 'planned' AND coalesce(a.status, '') <> 'retired'
WITH a
ORDER BY a.id
WITH collect(a) AS apps
RETURN [a IN apps | id(a)] AS nodes, [a IN apps | a.id] AS ids, [a IN apps | a.name] AS names,
       [a IN apps | a.kind] AS kinds, [a IN apps | a.product] AS products,
       [a IN apps | a.business_owner] AS business_owners, [a IN apps | a.it_owner] AS it_owners,
       [a IN apps | a._open] AS open
