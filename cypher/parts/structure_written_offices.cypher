// title:
//   de: Datenbestände ohne Halter und ihr vermerktes Amt
//   en: Data stores nobody holds and the office noted for them
// question:
//   de: Welches Amt steht bei Datenbeständen, die keine Applikation hält, in einer Zusatzangabe?
//   en: Which office does a custom attribute of a data store name that no application holds?
// why:
//   de: Inventare von Datenflüssen nennen das Amt oft beim Datenbestand selbst.
//   en: Inventories of flows often name the office at the data store itself.
// remedy:
//   de: Die haltende Applikation im Blatt Datenbestände nachtragen.
//   en: Add the application that holds it to the sheet Datenbestände.
// params: {headings: names of custom attributes}
// returns: [node, written]
MATCH (s:DataStore)
WHERE NOT EXISTS { (s)<-[:HOLDS]-() }
WITH s, [heading IN $headings WHERE s[heading] IS NOT NULL | s[heading]][0] AS written
WHERE written IS NOT NULL
RETURN id(s) AS node, written
ORDER BY s.id
