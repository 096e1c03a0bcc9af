// title:
//   de: Einträge für die Strukturauswertungen
//   en: Facts for the analyses of structure
// question:
//   de: Welche Einträge dieser Typen gibt es, wie kritisch sind sie, und sind sie in Betrieb?
//   en: Which facts of these types are there, how critical are they, and are they in operation?
// why:
//   de: Rechnen braucht Nummern, keine Texte; Namen werden erst für das Gezeigte gelesen.
//   en: Algorithms need numbers, no texts; names are read only for what is shown.
// remedy:
//   de: Kritikalität und Status der Applikationen nachtragen.
//   en: Record criticality and status of applications.
// params: {labels: list of labels}
// returns: [label, nodes, weights, idle]
UNWIND $labels AS label
MATCH (n:$(label))
RETURN label, collect(id(n)) AS nodes,
       /* Only applications have a criticality; nulls are not collected. */
       collect(CASE
         WHEN label = 'Application'
         THEN CASE n.criticality WHEN 'very_high' THEN 4 WHEN 'high' THEN 3 WHEN 'normal' THEN 2 WHEN 'low' THEN 1 ELSE 0 END
       END) AS weights,
       collect(CASE WHEN n.status IN ['planned', 'retired'] THEN id(n) END) AS idle
ORDER BY label
