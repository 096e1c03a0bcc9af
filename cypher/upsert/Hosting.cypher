// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Hosting)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Hosting {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Hosting {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Hosting {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:BUILT_WITH|LOCATED_IN|OPERATED_BY]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link part_of -> Hosting
UNWIND $rows AS row
MATCH (s:Hosting {id: row[0]})
MATCH (t:Hosting {id: row[1]})
CREATE (s)-[:LOCATED_IN]->(t);

// unlink part_of -> Hosting
UNWIND $rows AS row
MATCH (s:Hosting {id: row[0]})-[r:LOCATED_IN]->(t:Hosting {id: row[1]})
DELETE r;

// link operated_by -> Supplier
UNWIND $rows AS row
MATCH (s:Hosting {id: row[0]})
MATCH (t:Supplier {id: row[1]})
CREATE (s)-[:OPERATED_BY]->(t);

// unlink operated_by -> Supplier
UNWIND $rows AS row
MATCH (s:Hosting {id: row[0]})-[r:OPERATED_BY]->(t:Supplier {id: row[1]})
DELETE r;

// link operated_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Hosting {id: row[0]})
MATCH (t:OrganisationUnit {id: row[1]})
CREATE (s)-[:OPERATED_BY]->(t);

// unlink operated_by -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:Hosting {id: row[0]})-[r:OPERATED_BY]->(t:OrganisationUnit {id: row[1]})
DELETE r;

// link built_with -> Technology
UNWIND $rows AS row
MATCH (s:Hosting {id: row[0]})
MATCH (t:Technology {id: row[1]})
CREATE (s)-[:BUILT_WITH]->(t);

// unlink built_with -> Technology
UNWIND $rows AS row
MATCH (s:Hosting {id: row[0]})-[r:BUILT_WITH]->(t:Technology {id: row[1]})
DELETE r;
