// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Application)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Application {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Application {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Application {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:BUILT_WITH|DEPENDS_ON|HOSTED_ON|OWNED_BY|PART_OF|SUCCEEDED_BY|SUPPLIED_BY|SUPPORTS|USED_BY]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link owned_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})
MATCH (t:OrganisationUnit {id: row[1]})
CREATE (s)-[:OWNED_BY]->(t);

// unlink owned_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})-[r:OWNED_BY]->(t:OrganisationUnit {id: row[1]})
DELETE r;

// link used_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})
MATCH (t:OrganisationUnit {id: row[1]})
CREATE (s)-[:USED_BY]->(t);

// unlink used_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})-[r:USED_BY]->(t:OrganisationUnit {id: row[1]})
DELETE r;

// link supplied_by -> Supplier
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})
MATCH (t:Supplier {id: row[1]})
CREATE (s)-[:SUPPLIED_BY]->(t);

// unlink supplied_by -> Supplier
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})-[r:SUPPLIED_BY]->(t:Supplier {id: row[1]})
DELETE r;

// link supports -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})
MATCH (t:BusinessCapability {id: row[1]})
CREATE (s)-[:SUPPORTS]->(t);

// unlink supports -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})-[r:SUPPORTS]->(t:BusinessCapability {id: row[1]})
DELETE r;

// link hosted_on -> Hosting
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})
MATCH (t:Hosting {id: row[1]})
CREATE (s)-[:HOSTED_ON]->(t);

// unlink hosted_on -> Hosting
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})-[r:HOSTED_ON]->(t:Hosting {id: row[1]})
DELETE r;

// link built_with -> Technology
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})
MATCH (t:Technology {id: row[1]})
CREATE (s)-[:BUILT_WITH]->(t);

// unlink built_with -> Technology
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})-[r:BUILT_WITH]->(t:Technology {id: row[1]})
DELETE r;

// link part_of -> Application
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:PART_OF]->(t);

// unlink part_of -> Application
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})-[r:PART_OF]->(t:Application {id: row[1]})
DELETE r;

// link depends_on -> Application
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:DEPENDS_ON]->(t);

// unlink depends_on -> Application
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})-[r:DEPENDS_ON]->(t:Application {id: row[1]})
DELETE r;

// link succeeded_by -> Application
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})
MATCH (t:Application {id: row[1]})
CREATE (s)-[:SUCCEEDED_BY]->(t);

// unlink succeeded_by -> Application
UNWIND $rows AS row
MATCH (s:Application {id: row[0]})-[r:SUCCEEDED_BY]->(t:Application {id: row[1]})
DELETE r;
