// Derived from the metamodel by `make docs`; do not edit.

// create
UNWIND $rows AS row
CREATE (n:Fact:Standard)
SET n = row;

// replace
UNWIND $rows AS row
MATCH (n:Standard {id: row.id})
SET n = row;

// retire
UNWIND $ids AS id
MATCH (n:Standard {id: id})
DETACH DELETE n;

// read
UNWIND $portions AS portion
CALL (portion) {
  UNWIND portion AS wanted
  MATCH (n:Standard {id: wanted})
  RETURN collect([
    properties(n),
    [(n)-[r:APPLIES_TO]->(t:Fact) | [type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]],
    []
  ]) AS facts
}
RETURN facts;

// link applies_to -> Technology
UNWIND $rows AS row
MATCH (s:Standard {id: row[0]})
MATCH (t:Technology {id: row[1]})
CREATE (s)-[:APPLIES_TO]->(t);

// unlink applies_to -> Technology
UNWIND $rows AS row
MATCH (s:Standard {id: row[0]})-[r:APPLIES_TO]->(t:Technology {id: row[1]})
DELETE r;

// link applies_to -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Standard {id: row[0]})
MATCH (t:BusinessCapability {id: row[1]})
CREATE (s)-[:APPLIES_TO]->(t);

// unlink applies_to -> BusinessCapability
UNWIND $rows AS row
MATCH (s:Standard {id: row[0]})-[r:APPLIES_TO]->(t:BusinessCapability {id: row[1]})
DELETE r;

// link applies_to -> Hosting
UNWIND $rows AS row
MATCH (s:Standard {id: row[0]})
MATCH (t:Hosting {id: row[1]})
CREATE (s)-[:APPLIES_TO]->(t);

// unlink applies_to -> Hosting
UNWIND $rows AS row
MATCH (s:Standard {id: row[0]})-[r:APPLIES_TO]->(t:Hosting {id: row[1]})
DELETE r;
