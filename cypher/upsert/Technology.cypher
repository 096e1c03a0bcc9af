// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Technology)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Technology {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Technology {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Technology {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:SUCCEEDED_BY|SUPPLIED_BY]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link supplied_by -> Supplier
UNWIND $rows AS row
MATCH (s:Technology {id: row[0]})
MATCH (t:Supplier {id: row[1]})
CREATE (s)-[:SUPPLIED_BY]->(t);

// unlink supplied_by -> Supplier
UNWIND $rows AS row
MATCH (s:Technology {id: row[0]})-[r:SUPPLIED_BY]->(t:Supplier {id: row[1]})
DELETE r;

// link succeeded_by -> Technology
UNWIND $rows AS row
MATCH (s:Technology {id: row[0]})
MATCH (t:Technology {id: row[1]})
CREATE (s)-[:SUCCEEDED_BY]->(t);

// unlink succeeded_by -> Technology
UNWIND $rows AS row
MATCH (s:Technology {id: row[0]})-[r:SUCCEEDED_BY]->(t:Technology {id: row[1]})
DELETE r;
