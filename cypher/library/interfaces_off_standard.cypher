// title:
//   de: Schnittstellen neben dem Standard ihrer Daten
//   en: Interfaces beside the standard of their data
// group: interfaces
// question:
//   de: "Welche Schnittstellen übertragen Datenobjekte mit einem Standard, ohne ihm zu entsprechen?"
//   en: Which interfaces carry data objects that have a standard without conforming to it?
// why:
//   de: Jede Abweichung vom eCH-Standard muss jemand auf beiden Seiten übersetzen.
//   en: Every deviation from an eCH standard must be translated on both sides.
// remedy:
//   de: "Beim nächsten Umbau den Standard des Datenobjekts verwenden, oder eine Ausnahme festhalten."
//   en: "Use the data object's standard with the next change, or record a deviation."
// params:
//   standard:
//     kind: fact
//     title: [Standard, Standard]
//     help: ["Nur diesen Standard; leer: alle.", "This standard only; empty: all."]
//     of: [Standard]
// returns: [interface_id, interface, data_object, standard, format, mode]
// columns:
//   interface_id: [ID, ID, Interface]
//   interface: [Schnittstelle, Interface]
//   data_object: [Datenobjekt, Data object]
//   standard: [Standard, Standard]
//   format: [Format, Format]
//   mode: [Art, Mode, Interface.mode]
MATCH (i:Interface)-[:CARRIES]->(d:DataObject)-[:DEFINED_BY]->(s:Standard)
WHERE NOT coalesce(i.status, '') IN ['planned', 'retired'] AND ($standard IS NULL OR s.id = $standard)
      AND NOT EXISTS { (i)-[:CONFORMS_TO]->(s) }
RETURN i.id AS interface_id, i.name AS interface, d.name AS data_object, s.name AS standard, i.format AS format,
       i.mode AS mode
ORDER BY standard, s.id, interface, interface_id, data_object, d.id
