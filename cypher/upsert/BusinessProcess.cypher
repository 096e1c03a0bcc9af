// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:BusinessProcess)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:BusinessProcess {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:BusinessProcess {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:BusinessProcess {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:OWNED_BY|PART_OF|READS|REALISES|USES|WRITES]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link part_of -> BusinessProcess
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})
MATCH (t:BusinessProcess {id: row[1]})
CREATE (s)-[:PART_OF]->(t);

// unlink part_of -> BusinessProcess
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})-[r:PART_OF]->(t:BusinessProcess {id: row[1]})
DELETE r;

// link owned_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})
MATCH (t:OrganisationUnit {id: row[1]})
CREATE (s)-[:OWNED_BY]->(t);

// unlink owned_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})-[r:OWNED_BY]->(t:OrganisationUnit {id: row[1]})
DELETE r;

// link realises -> BusinessCapability
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})
MATCH (t:BusinessCapability {id: row[1]})
CREATE (s)-[:REALISES]->(t);

// unlink realises -> BusinessCapability
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})-[r:REALISES]->(t:BusinessCapability {id: row[1]})
DELETE r;

// link uses -> Application
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:USES]->(t);

// unlink uses -> Application
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})-[r:USES]->(t:Application {id: row[1]})
DELETE r;

// link reads -> DataObject
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})
MATCH (t:DataObject {id: row[1]})
CREATE (s)-[:READS]->(t);

// unlink reads -> DataObject
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})-[r:READS]->(t:DataObject {id: row[1]})
DELETE r;

// link writes -> DataObject
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})
MATCH (t:DataObject {id: row[1]})
CREATE (s)-[:WRITES]->(t);

// unlink writes -> DataObject
UNWIND $rows AS row
MATCH (s:BusinessProcess {id: row[0]})-[r:WRITES]->(t:DataObject {id: row[1]})
DELETE r;
