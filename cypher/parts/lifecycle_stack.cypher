// title: What applications stand on
// question: Which technologies, data stores and environments stand below which, as pairs of graph ids?
// why: The worst component below an application decides how it stands; paths are walked in memory, for a search in the graph would take each anew.
// remedy: Record technology and hosting where they are missing.
// params: {kinds: kinds of data store that need a database system}
// returns: [built, built_with, holders, held, hosted, hosts, parts, wholes, databases]
/* In the order of what stands below: an index gives it for nothing, and whatever is told of several is told in it. */
CALL () {
  MATCH (n)-[:BUILT_WITH]->(t:Technology)
  WHERE t.id > ''
  WITH n, t
  ORDER BY t.id
  RETURN collect(id(n)) AS built, collect(id(t)) AS built_with
}
CALL () {
  MATCH (a:Application)-[:HOLDS]->(s:DataStore)
  WHERE s.id > ''
  WITH a, s
  ORDER BY s.id
  RETURN collect(id(a)) AS holders, collect(id(s)) AS held
}
CALL () {
  MATCH (n)-[:HOSTED_ON]->(h:Hosting)
  WHERE h.id > ''
  WITH n, h
  ORDER BY h.id
  RETURN collect(id(n)) AS hosted, collect(id(h)) AS hosts
}
CALL () {
  MATCH (h:Hosting)-[:LOCATED_IN]->(w:Hosting)
  WHERE w.id > ''
  WITH h, w
  ORDER BY w.id
  RETURN collect(id(h)) AS parts, collect(id(w)) AS wholes
}
CALL () { MATCH (s:DataStore) WHERE s.kind IN $kinds RETURN collect(id(s)) AS databases }
RETURN built, built_with, holders, held, hosted, hosts, parts, wholes, databases
ORDER BY size(built)
