// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Supplier)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Supplier {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Supplier {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Supplier {id: wanted})
  RETURN collect([
    properties(n),
    [],
    []
  ]) AS facts
}
RETURN facts;
