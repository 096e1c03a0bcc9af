// title: Links of all applications that say what work they do
// question: Which capabilities, office, supplier, technologies and data objects has each application?
// why: Applications are compared by what they share.
// remedy: Nothing to mend here.
// params: {}
// returns: [kinds, sources, targets]
CALL () {
  MATCH (a:Application)-[:SUPPORTS]->(b:BusinessCapability)
  RETURN 0 AS kind, id(a) AS source, id(b) AS target
  UNION ALL
  MATCH (a:Application)-[:OWNED_BY]->(b:OrganisationUnit)
  RETURN 1 AS kind, id(a) AS source, id(b) AS target
  UNION ALL
  MATCH (a:Application)-[:SUPPLIED_BY]->(b:Supplier)
  RETURN 2 AS kind, id(a) AS source, id(b) AS target
  UNION ALL
  MATCH (a:Application)-[:BUILT_WITH]->(b:Technology)
  RETURN 3 AS kind, id(a) AS source, id(b) AS target
  UNION ALL
  MATCH (a:Application)-[:HOLDS]->(:DataStore)-[:CONTAINS]->(b:DataObject)
  RETURN 4 AS kind, id(a) AS source, id(b) AS target
  UNION ALL
  MATCH (a:Application)-[:PART_OF]->(b:Application)
  RETURN 5 AS kind, id(a) AS source, id(b) AS target
  UNION ALL
  MATCH (a:Application)-[:SUCCEEDED_BY]->(b:Application)
  RETURN 6 AS kind, id(a) AS source, id(b) AS target
  UNION ALL
  MATCH (a:Application)-[:USED_BY]->(b:OrganisationUnit)
  WHERE NOT (a)-[:OWNED_BY]->()
  RETURN 7 AS kind, id(a) AS source, id(b) AS target
  UNION ALL
  MATCH (a:BusinessCapability)-[:HAS_STANDARD_SOLUTION]->(b:Application)
  WHERE NOT coalesce(b.status, '') IN ['planned', 'retired']
  RETURN 8 AS kind, id(a) AS source, id(b) AS target
}
WITH kind, source, target
ORDER BY kind, source, target
RETURN collect(kind) AS kinds, collect(source) AS sources, collect(target) AS targets
