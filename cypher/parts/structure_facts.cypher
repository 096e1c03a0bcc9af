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
/* Each type by itself: then the index gives the order by id for nothing. Only applications have a criticality. */
MATCH (n:Application)
WHERE n.id > '' AND 'Application' IN $labels
WITH n
ORDER BY n.id
RETURN 'Application' AS label, collect(id(n)) AS nodes,
       collect(CASE n.criticality WHEN 'very_high' THEN 4 WHEN 'high' THEN 3 WHEN 'normal' THEN 2 WHEN 'low' THEN 1 ELSE 0 END) AS weights,
       collect(CASE WHEN n.status IN ['planned', 'retired'] THEN id(n) END) AS idle
ORDER BY label
UNION ALL
MATCH (n:BusinessProcess)
WHERE n.id > '' AND 'BusinessProcess' IN $labels
WITH n
ORDER BY n.id
RETURN 'BusinessProcess' AS label, collect(id(n)) AS nodes, [] AS weights, [] AS idle
ORDER BY label
UNION ALL
MATCH (n:DataObject)
WHERE n.id > '' AND 'DataObject' IN $labels
WITH n
ORDER BY n.id
RETURN 'DataObject' AS label, collect(id(n)) AS nodes, [] AS weights, [] AS idle
ORDER BY label
UNION ALL
MATCH (n:DataStore)
WHERE n.id > '' AND 'DataStore' IN $labels
WITH n
ORDER BY n.id
RETURN 'DataStore' AS label, collect(id(n)) AS nodes, [] AS weights, [] AS idle
ORDER BY label
UNION ALL
MATCH (n:Hosting)
WHERE n.id > '' AND 'Hosting' IN $labels
WITH n
ORDER BY n.id
RETURN 'Hosting' AS label, collect(id(n)) AS nodes, [] AS weights, [] AS idle
ORDER BY label
UNION ALL
MATCH (n:Interface)
WHERE n.id > '' AND 'Interface' IN $labels
WITH n
ORDER BY n.id
RETURN 'Interface' AS label, collect(id(n)) AS nodes, [] AS weights,
       collect(CASE WHEN n.status IN ['planned', 'retired'] THEN id(n) END) AS idle
ORDER BY label
UNION ALL
MATCH (n:OrganisationUnit)
WHERE n.id > '' AND 'OrganisationUnit' IN $labels
WITH n
ORDER BY n.id
RETURN 'OrganisationUnit' AS label, collect(id(n)) AS nodes, [] AS weights, [] AS idle
ORDER BY label
UNION ALL
MATCH (n:Service)
WHERE n.id > '' AND 'Service' IN $labels
WITH n
ORDER BY n.id
RETURN 'Service' AS label, collect(id(n)) AS nodes, [] AS weights, [] AS idle
ORDER BY label
UNION ALL
MATCH (n:Supplier)
WHERE n.id > '' AND 'Supplier' IN $labels
WITH n
ORDER BY n.id
RETURN 'Supplier' AS label, collect(id(n)) AS nodes, [] AS weights, [] AS idle
ORDER BY label
