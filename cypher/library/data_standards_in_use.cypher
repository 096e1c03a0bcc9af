// title: {de: Datenstandards im Gebrauch, en: Data standards in use}
// group: data
// question:
//   de: "Welche Standards beschreiben wie viele Datenobjekte, und wie viele Schnittstellen halten sich daran?"
//   en: "Which standards describe how many data objects, and how many interfaces follow them?"
// why:
//   de: "Ein Standard, den niemand umsetzt, nützt niemandem."
//   en: A standard nobody implements is of no use to anybody.
// remedy:
//   de: Mit den meistgenutzten beginnen und sie in Beschaffungen verlangen.
//   en: "Begin with the most used ones, and demand them in procurement."
// params: {}
// returns: [standard_id, standard, data_objects, carried, conforming]
// columns:
//   standard_id: [ID, ID, Standard]
//   standard: [Standard, Standard]
//   data_objects: [Datenobjekte, Data objects]
//   carried: [Schnittstellen damit, Interfaces with it]
//   conforming: [davon konform, of these conforming]
MATCH (s:Standard)<-[:DEFINED_BY]-(d:DataObject)
OPTIONAL MATCH (d)<-[:CARRIES]-(i:Interface)
WHERE NOT coalesce(i.status, '') IN ['planned', 'retired']
WITH s, i, collect(d) AS objects
OPTIONAL MATCH (i)-[:CONFORMS_TO]->(same:Standard)
WHERE same = s
WITH s, i, objects, count(same) AS met
UNWIND objects AS d
WITH s, count(DISTINCT d) AS data_objects, count(DISTINCT i) AS carried,
     count(DISTINCT CASE WHEN met > 0 THEN i END) AS conforming
RETURN s.id AS standard_id, s.name AS standard, data_objects, carried, conforming
ORDER BY carried DESC, standard, standard_id
