// title: {de: Häufige Übertragungen von Hand oder per Datei, en: Frequent transfers by hand or file}
// group: interfaces
// question:
//   de: Welche Daten werden oft von Hand oder als Datei übertragen?
//   en: Which data is often transferred by hand or as a file?
// why:
//   de: Handarbeit an jedem Tag kostet Zeit und macht Fehler; sie ist der erste Kandidat für eine Schnittstelle.
//   en: Manual work every day costs time and makes errors; it is the first candidate for an interface.
// remedy:
//   de: "Durch eine API oder Meldung ersetzen, die häufigsten zuerst."
//   en: "Replace by an API or message, the most frequent first."
// params:
//   mode:
//     kind: choice
//     title: [Art, Mode]
//     help: [Art der Übertragung., Mode of transfer.]
//     default: file
//     words:
//       manual: [von Hand, manual]
//       file: [Datei, file]
//       batch: [Stapel, batch]
//       database_link: [Datenbank-Link, database link]
// returns: [interface_id, interface, giver, takers, frequency, format, data_objects]
// columns:
//   interface_id: [ID, ID, Interface]
//   interface: [Schnittstelle, Interface]
//   giver: [Von, From]
//   takers: [An, To]
//   frequency: [Häufigkeit, Frequency, Interface.frequency]
//   format: [Format, Format]
//   data_objects: [Datenobjekte, Data objects]
MATCH (i:Interface {mode: $mode})
WHERE NOT coalesce(i.status, '') IN ['planned', 'retired']
      AND i.frequency IN ['realtime', 'hourly', 'daily', 'weekly', 'on_demand']
OPTIONAL MATCH (i)<-[:PROVIDES]-(from)
OPTIONAL MATCH (i)-[:CONSUMED_BY]->(to)
OPTIONAL MATCH (i)-[:CARRIES]->(d:DataObject)
WITH i, from, to, d
ORDER BY to.name, d.name
WITH i, from, collect(DISTINCT to.name) AS takers, collect(DISTINCT d.name) AS data_objects
RETURN i.id AS interface_id, i.name AS interface, from.name AS giver, takers, i.frequency AS frequency,
       i.format AS format, data_objects
ORDER BY frequency, interface, interface_id
