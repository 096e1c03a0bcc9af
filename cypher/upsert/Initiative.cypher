// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Initiative)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Initiative {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Initiative {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Initiative {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:AFFECTS|CONDUCTED_BY|DEPENDS_ON|INTRODUCES]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link led_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})
MATCH (t:OrganisationUnit {id: row[1]})
CREATE (s)-[:CONDUCTED_BY]->(t);

// unlink led_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})-[r:CONDUCTED_BY]->(t:OrganisationUnit {id: row[1]})
DELETE r;

// link affects -> Application
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:AFFECTS]->(t);

// unlink affects -> Application
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})-[r:AFFECTS]->(t:Application {id: row[1]})
DELETE r;

// link affects -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})
MATCH (t:BusinessCapability {id: row[1]})
CREATE (s)-[:AFFECTS]->(t);

// unlink affects -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})-[r:AFFECTS]->(t:BusinessCapability {id: row[1]})
DELETE r;

// link introduces -> Technology
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})
MATCH (t:Technology {id: row[1]})
CREATE (s)-[:INTRODUCES]->(t);

// unlink introduces -> Technology
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})-[r:INTRODUCES]->(t:Technology {id: row[1]})
DELETE r;

// link depends_on -> Initiative
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})
MATCH (t:Initiative {id: row[1]})
CREATE (s)-[:DEPENDS_ON]->(t);

// unlink depends_on -> Initiative
UNWIND $rows AS row
MATCH (s:Initiative {id: row[0]})-[r:DEPENDS_ON]->(t:Initiative {id: row[1]})
DELETE r;
