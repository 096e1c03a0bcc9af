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
UNWIND $ids AS wanted
MATCH (n:Supplier {id: wanted})
RETURN n.id AS id, properties(n) AS properties;
