// title: {de: Merkmale für die Schnittstellenschulden, en: Marks for interface debt}
// question:
//   de: Welche Schnittstellen sind von welcher Art, unverschlüsselt, und welche Partner sind ausser Betrieb oder heikel?
//   en: Which interfaces are of which mode, not encrypted, and which partners are retired or sensitive?
// why:
//   de: Gerechnet wird mit Nummern; je Merkmal eine Zeile.
//   en: Algorithms work on numbers; one row a mark.
// remedy:
//   de: Art und Verschlüsselung der Schnittstellen nachtragen.
//   en: Record mode and encryption of interfaces.
// params: {sensitive: "how «sensitive» may be written, lower case"}
// returns: [mark, nodes]
MATCH (i:Interface)
WHERE i.mode IS NOT NULL
RETURN i.mode AS mark, collect(id(i)) AS nodes
ORDER BY mark
UNION ALL
MATCH (i:Interface)
WHERE i.encrypted IS NOT NULL
RETURN CASE WHEN i.encrypted THEN 'encrypted' ELSE 'plain' END AS mark, collect(id(i)) AS nodes
ORDER BY mark
UNION ALL
MATCH (a:Application {status: 'retired'})
RETURN 'retired' AS mark, collect(id(a)) AS nodes
ORDER BY mark
UNION ALL
MATCH (:Interface)-[:RUNS_OVER]->(a:Application)
WHERE coalesce(a.kind, '') <> 'integration_job' AND NOT coalesce(a.status, '') IN ['planned', 'retired']
RETURN 'platform' AS mark, collect(DISTINCT id(a)) AS nodes
ORDER BY mark
UNION ALL
/* Whether data is sensitive stands in the office's own column, or at the data stores it lies in. */
MATCH (d:DataObject)
WHERE toLower(coalesce(d.`custom.Personendaten`, d.`custom.Personal data`, '')) IN $sensitive
RETURN 'sensitive' AS mark, collect(id(d)) AS nodes
ORDER BY mark
