// title: What an office answers for, as numbers
// question: Which facts are those of a unit and of the units below it, themselves or by their application?
// why: An office asks for its own gaps only.
// remedy: Record who answers for an application in its column Zuständiges Amt.
// params: {unit: id of the unit}
// returns: [facts]
MATCH (unit:OrganisationUnit)-[:BELONGS_TO*0..12]->(:OrganisationUnit {id: $unit})
WITH collect(DISTINCT unit) AS units
WITH units, COLLECT { UNWIND units AS u MATCH (a:Application)-[:OWNED_BY]->(u) RETURN DISTINCT a } AS apps
WITH units, apps, COLLECT { UNWIND apps AS a MATCH (a)-[:HOLDS]->(s:DataStore) RETURN DISTINCT s } AS stores
WITH units, apps, stores, apps + stores AS ends
WITH ends
     + COLLECT { UNWIND ends AS e MATCH (e)-[:PROVIDES]->(i:Interface) RETURN DISTINCT i }
     + COLLECT { UNWIND units AS u MATCH (h:Hosting)-[:OPERATED_BY]->(u) RETURN DISTINCT h }
     + COLLECT { UNWIND apps AS a MATCH (d:DataObject)-[:LED_BY]->(a) RETURN DISTINCT d } AS found
UNWIND found AS n
WITH DISTINCT id(n) AS n
ORDER BY n
RETURN collect(n) AS facts
