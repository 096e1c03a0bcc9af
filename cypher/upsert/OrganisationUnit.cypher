// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:OrganisationUnit)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:OrganisationUnit {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:OrganisationUnit {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:OrganisationUnit {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:BELONGS_TO]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link part_of -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:OrganisationUnit {id: row[0]})
MATCH (t:OrganisationUnit {id: row[1]})
CREATE (s)-[:BELONGS_TO]->(t);

// unlink part_of -> OrganisationUnit
UNWIND $rows AS row
MATCH (s:OrganisationUnit {id: row[0]})-[r:BELONGS_TO]->(t:OrganisationUnit {id: row[1]})
DELETE r;
