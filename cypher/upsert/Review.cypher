// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Review)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Review {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Review {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Review {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:RAISES|REVIEWS]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link subject -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:OrganisationUnit {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:OrganisationUnit {id: row[1]})
DELETE r;

// link subject -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:BusinessCapability {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:BusinessCapability {id: row[1]})
DELETE r;

// link subject -> BusinessProcess
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:BusinessProcess {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> BusinessProcess
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:BusinessProcess {id: row[1]})
DELETE r;

// link subject -> Service
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Service {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Service
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Service {id: row[1]})
DELETE r;

// link subject -> Application
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Application
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Application {id: row[1]})
DELETE r;

// link subject -> Interface
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Interface {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Interface
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Interface {id: row[1]})
DELETE r;

// link subject -> DataStore
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:DataStore {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> DataStore
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:DataStore {id: row[1]})
DELETE r;

// link subject -> DataObject
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:DataObject {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> DataObject
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:DataObject {id: row[1]})
DELETE r;

// link subject -> Hosting
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Hosting {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Hosting
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Hosting {id: row[1]})
DELETE r;

// link subject -> Technology
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Technology {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Technology
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Technology {id: row[1]})
DELETE r;

// link subject -> Standard
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Standard {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Standard
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Standard {id: row[1]})
DELETE r;

// link subject -> Supplier
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Supplier {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Supplier
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Supplier {id: row[1]})
DELETE r;

// link subject -> Initiative
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Initiative {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Initiative
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Initiative {id: row[1]})
DELETE r;

// link subject -> Deviation
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Deviation {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Deviation
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Deviation {id: row[1]})
DELETE r;

// link subject -> Review
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Review {id: row[1]})
CREATE (s)-[:REVIEWS]->(t);

// unlink subject -> Review
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:REVIEWS]->(t:Review {id: row[1]})
DELETE r;

// link raises -> Deviation
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})
MATCH (t:Deviation {id: row[1]})
CREATE (s)-[:RAISES]->(t);

// unlink raises -> Deviation
UNWIND $rows AS row
MATCH (s:Review {id: row[0]})-[r:RAISES]->(t:Deviation {id: row[1]})
DELETE r;
