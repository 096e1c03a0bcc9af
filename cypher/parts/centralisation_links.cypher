// title: Links that say what work applications do, and with whom they exchange data
// question: Which facts are linked by these relationships?
// why: Applications are compared by what they share; what falls away is read off their interfaces.
// remedy: Nothing to mend here.
// params: {}
// returns: [kind, starts, ends]
/* All of a kind in one row and none filtered: scans of whole kinds are cheaper than ways from each application. */
CALL () {
  MATCH (a)-[:SUPPORTS]->(b)
  RETURN 'SUPPORTS' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:OWNED_BY]->(b)
  RETURN 'OWNED_BY' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:USED_BY]->(b)
  RETURN 'USED_BY' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:SUPPLIED_BY]->(b)
  RETURN 'SUPPLIED_BY' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:BUILT_WITH]->(b)
  RETURN 'BUILT_WITH' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:HOLDS]->(b)
  RETURN 'HOLDS' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:CONTAINS]->(b)
  RETURN 'CONTAINS' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:PART_OF]->(b)
  RETURN 'PART_OF' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:SUCCEEDED_BY]->(b)
  RETURN 'SUCCEEDED_BY' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:PROVIDES]->(b)
  RETURN 'PROVIDES' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:CONSUMED_BY]->(b)
  RETURN 'CONSUMED_BY' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
  UNION ALL
  MATCH (a)-[:HAS_STANDARD_SOLUTION]->(b)
  WHERE NOT coalesce(b.status, '') IN ['planned', 'retired']
  WITH a, b
  ORDER BY b.id, a.id
  RETURN 'HAS_STANDARD_SOLUTION' AS kind, collect(id(a)) AS starts, collect(id(b)) AS ends
}
RETURN kind, starts, ends
ORDER BY kind
