// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Deviation)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Deviation {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Deviation {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Deviation {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:CONCERNS|DEVIATES_FROM]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link subject -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:OrganisationUnit {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:OrganisationUnit {id: row[1]})
DELETE r;

// link subject -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:BusinessCapability {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:BusinessCapability {id: row[1]})
DELETE r;

// link subject -> BusinessProcess
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:BusinessProcess {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> BusinessProcess
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:BusinessProcess {id: row[1]})
DELETE r;

// link subject -> Service
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Service {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Service
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Service {id: row[1]})
DELETE r;

// link subject -> Application
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Application
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Application {id: row[1]})
DELETE r;

// link subject -> Interface
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Interface {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Interface
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Interface {id: row[1]})
DELETE r;

// link subject -> DataStore
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:DataStore {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> DataStore
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:DataStore {id: row[1]})
DELETE r;

// link subject -> DataObject
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:DataObject {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> DataObject
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:DataObject {id: row[1]})
DELETE r;

// link subject -> Hosting
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Hosting {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Hosting
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Hosting {id: row[1]})
DELETE r;

// link subject -> Technology
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Technology {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Technology
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Technology {id: row[1]})
DELETE r;

// link subject -> Standard
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Standard {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Standard
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Standard {id: row[1]})
DELETE r;

// link subject -> Supplier
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Supplier {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Supplier
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Supplier {id: row[1]})
DELETE r;

// link subject -> Initiative
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Initiative {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Initiative
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Initiative {id: row[1]})
DELETE r;

// link subject -> Deviation
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Deviation {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Deviation
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Deviation {id: row[1]})
DELETE r;

// link subject -> Review
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Review {id: row[1]})
CREATE (s)-[:CONCERNS]->(t);

// unlink subject -> Review
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:CONCERNS]->(t:Review {id: row[1]})
DELETE r;

// link from_standard -> Standard
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})
MATCH (t:Standard {id: row[1]})
CREATE (s)-[:DEVIATES_FROM]->(t);

// unlink from_standard -> Standard
UNWIND $rows AS row
MATCH (s:Deviation {id: row[0]})-[r:DEVIATES_FROM]->(t:Standard {id: row[1]})
DELETE r;
