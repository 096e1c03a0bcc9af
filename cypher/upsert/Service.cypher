// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Service)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Service {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Service {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Service {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:OFFERED_BY|REALISED_BY]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link offered_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Service {id: row[0]})
MATCH (t:OrganisationUnit {id: row[1]})
CREATE (s)-[:OFFERED_BY]->(t);

// unlink offered_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Service {id: row[0]})-[r:OFFERED_BY]->(t:OrganisationUnit {id: row[1]})
DELETE r;

// link realised_by -> BusinessProcess
UNWIND $rows AS row
MATCH (s:Service {id: row[0]})
MATCH (t:BusinessProcess {id: row[1]})
CREATE (s)-[:REALISED_BY]->(t);

// unlink realised_by -> BusinessProcess
UNWIND $rows AS row
MATCH (s:Service {id: row[0]})-[r:REALISED_BY]->(t:BusinessProcess {id: row[1]})
DELETE r;

// link realised_by -> Application
UNWIND $rows AS row
MATCH (s:Service {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:REALISED_BY]->(t);

// unlink realised_by -> Application
UNWIND $rows AS row
MATCH (s:Service {id: row[0]})-[r:REALISED_BY]->(t:Application {id: row[1]})
DELETE r;
