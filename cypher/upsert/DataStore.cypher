// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:DataStore)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:DataStore {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:DataStore {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:DataStore {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:BUILT_WITH|CONTAINS|HOSTED_ON]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    [(n)<-[r:HOLDS]-(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]]
  ]) AS facts
}
RETURN facts;

// link held_by -> Application
UNWIND $rows AS row
MATCH (s:DataStore {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)<-[:HOLDS]-(t);

// unlink held_by -> Application
UNWIND $rows AS row
MATCH (s:DataStore {id: row[0]})<-[r:HOLDS]-(t:Application {id: row[1]})
DELETE r;

// link contains -> DataObject
UNWIND $rows AS row
MATCH (s:DataStore {id: row[0]})
MATCH (t:DataObject {id: row[1]})
CREATE (s)-[:CONTAINS]->(t);

// unlink contains -> DataObject
UNWIND $rows AS row
MATCH (s:DataStore {id: row[0]})-[r:CONTAINS]->(t:DataObject {id: row[1]})
DELETE r;

// link hosted_on -> Hosting
UNWIND $rows AS row
MATCH (s:DataStore {id: row[0]})
MATCH (t:Hosting {id: row[1]})
CREATE (s)-[:HOSTED_ON]->(t);

// unlink hosted_on -> Hosting
UNWIND $rows AS row
MATCH (s:DataStore {id: row[0]})-[r:HOSTED_ON]->(t:Hosting {id: row[1]})
DELETE r;

// link built_with -> Technology
UNWIND $rows AS row
MATCH (s:DataStore {id: row[0]})
MATCH (t:Technology {id: row[1]})
CREATE (s)-[:BUILT_WITH]->(t);

// unlink built_with -> Technology
UNWIND $rows AS row
MATCH (s:DataStore {id: row[0]})-[r:BUILT_WITH]->(t:Technology {id: row[1]})
DELETE r;
