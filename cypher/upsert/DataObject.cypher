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
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:DataObject {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:DEFINED_BY|LED_BY|PART_OF]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

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
