// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:DataObject)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:DataObject {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:DataObject {id: id})
DETACH DELETE n;

// read
UNWIND $ids AS wanted
MATCH (n:DataObject {id: wanted})
RETURN n.id AS id, properties(n) AS properties;

// link leading_system -> Application
UNWIND $rows AS row
MATCH (s:DataObject {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:LED_BY]->(t);

// unlink leading_system -> Application
UNWIND $rows AS row
MATCH (s:DataObject {id: row[0]})-[r:LED_BY]->(t:Application {id: row[1]})
DELETE r;

// link defined_by -> Standard
UNWIND $rows AS row
MATCH (s:DataObject {id: row[0]})
MATCH (t:Standard {id: row[1]})
CREATE (s)-[:DEFINED_BY]->(t);

// unlink defined_by -> Standard
UNWIND $rows AS row
MATCH (s:DataObject {id: row[0]})-[r:DEFINED_BY]->(t:Standard {id: row[1]})
DELETE r;

// link part_of -> DataObject
UNWIND $rows AS row
MATCH (s:DataObject {id: row[0]})
MATCH (t:DataObject {id: row[1]})
CREATE (s)-[:PART_OF]->(t);

// unlink part_of -> DataObject
UNWIND $rows AS row
MATCH (s:DataObject {id: row[0]})-[r:PART_OF]->(t:DataObject {id: row[1]})
DELETE r;
