// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Interface)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Interface {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Interface {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Interface {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:CARRIES|CONFORMS_TO|CONSUMED_BY|RUNS_OVER]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    [(n)<-[r:PROVIDES]-(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]]
  ]) AS facts
}
RETURN facts;

// link provided_by -> Application
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)<-[:PROVIDES]-(t);

// unlink provided_by -> Application
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})<-[r:PROVIDES]-(t:Application {id: row[1]})
DELETE r;

// link provided_by -> DataStore
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})
MATCH (t:DataStore {id: row[1]})
CREATE (s)<-[:PROVIDES]-(t);

// unlink provided_by -> DataStore
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})<-[r:PROVIDES]-(t:DataStore {id: row[1]})
DELETE r;

// link consumed_by -> Application
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:CONSUMED_BY]->(t);

// unlink consumed_by -> Application
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})-[r:CONSUMED_BY]->(t:Application {id: row[1]})
DELETE r;

// link consumed_by -> DataStore
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})
MATCH (t:DataStore {id: row[1]})
CREATE (s)-[:CONSUMED_BY]->(t);

// unlink consumed_by -> DataStore
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})-[r:CONSUMED_BY]->(t:DataStore {id: row[1]})
DELETE r;

// link carries -> DataObject
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})
MATCH (t:DataObject {id: row[1]})
CREATE (s)-[:CARRIES]->(t);

// unlink carries -> DataObject
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})-[r:CARRIES]->(t:DataObject {id: row[1]})
DELETE r;

// link conforms_to -> Standard
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})
MATCH (t:Standard {id: row[1]})
CREATE (s)-[:CONFORMS_TO]->(t);

// unlink conforms_to -> Standard
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})-[r:CONFORMS_TO]->(t:Standard {id: row[1]})
DELETE r;

// link runs_over -> Application
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:RUNS_OVER]->(t);

// unlink runs_over -> Application
UNWIND $rows AS row
MATCH (s:Interface {id: row[0]})-[r:RUNS_OVER]->(t:Application {id: row[1]})
DELETE r;
