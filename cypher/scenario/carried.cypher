// title: What is carried by something
// question: Which capabilities are supported, services realised, data led or held, and processes equipped?
// why: What was carried before and is not afterwards has become an orphan.
// remedy: Name what shall carry it, or let it go as well.
// params: {}
// returns: [what, nodes]
CALL () {
  MATCH (n:BusinessCapability) WHERE EXISTS { (n)<-[:SUPPORTS]-(:Fact) }
  RETURN 'supported' AS what, n
  UNION ALL
  MATCH (n:Service) WHERE EXISTS { (n)-[:REALISED_BY]->(:Fact) }
  RETURN 'realised' AS what, n
  UNION ALL
  MATCH (n:BusinessProcess) WHERE EXISTS { (n)-[:USES]->(:Fact) }
  RETURN 'equipped' AS what, n
  UNION ALL
  MATCH (n:DataStore) WHERE EXISTS { (n)<-[:HOLDS]-(:Fact) }
  RETURN 'worked_on' AS what, n
  UNION ALL
  MATCH (n:DataObject) WHERE EXISTS { (n)-[:LED_BY]->(:Fact) }
  RETURN 'led' AS what, n
  UNION ALL
  MATCH (n:DataObject) WHERE EXISTS { (n)<-[:CONTAINS]-(:Fact)<-[:HOLDS]-(:Fact) }
  RETURN 'held' AS what, n
}
WITH what, id(n) AS node
ORDER BY what, node
RETURN what, collect(node) AS nodes
ORDER BY what
