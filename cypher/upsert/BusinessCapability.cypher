// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:BusinessCapability)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:BusinessCapability {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:BusinessCapability {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:BusinessCapability {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:HAS_STANDARD_SOLUTION|PART_OF]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link part_of -> BusinessCapability
UNWIND $rows AS row
MATCH (s:BusinessCapability {id: row[0]})
MATCH (t:BusinessCapability {id: row[1]})
CREATE (s)-[:PART_OF]->(t);

// unlink part_of -> BusinessCapability
UNWIND $rows AS row
MATCH (s:BusinessCapability {id: row[0]})-[r:PART_OF]->(t:BusinessCapability {id: row[1]})
DELETE r;

// link standard_solution -> Application
UNWIND $rows AS row
MATCH (s:BusinessCapability {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:HAS_STANDARD_SOLUTION]->(t);

// unlink standard_solution -> Application
UNWIND $rows AS row
MATCH (s:BusinessCapability {id: row[0]})-[r:HAS_STANDARD_SOLUTION]->(t:Application {id: row[1]})
DELETE r;
