// title: Interfaces of some applications
// question: With whom do these applications exchange data, in which direction?
// why: Shared partners speak for the same work, and show what falls away and what must be rebuilt.
// remedy: Nothing to mend here.
// params:
//   nodes: ids of nodes of the applications
// returns: [apps, interfaces, partners, out]
/* A data store speaks for the applications that hold it. */
CALL () {
  MATCH (a:Application)-[:PROVIDES]->(i:Interface)-[:CONSUMED_BY]->(p)
  WHERE id(a) IN $nodes AND NOT coalesce(i.status, '') IN ['planned', 'retired']
  RETURN a, i, p, true AS out
  UNION ALL
  MATCH (a:Application)-[:HOLDS]->(:DataStore)-[:PROVIDES]->(i:Interface)-[:CONSUMED_BY]->(p)
  WHERE id(a) IN $nodes AND NOT coalesce(i.status, '') IN ['planned', 'retired']
  RETURN a, i, p, true AS out
  UNION ALL
  MATCH (a:Application)<-[:CONSUMED_BY]-(i:Interface)<-[:PROVIDES]-(p)
  WHERE id(a) IN $nodes AND NOT coalesce(i.status, '') IN ['planned', 'retired']
  RETURN a, i, p, false AS out
  UNION ALL
  MATCH (a:Application)-[:HOLDS]->(:DataStore)<-[:CONSUMED_BY]-(i:Interface)<-[:PROVIDES]-(p)
  WHERE id(a) IN $nodes AND NOT coalesce(i.status, '') IN ['planned', 'retired']
  RETURN a, i, p, false AS out
}
OPTIONAL MATCH (p:DataStore)<-[:HOLDS]-(holder:Application)
WITH DISTINCT id(a) AS app, id(i) AS interface, id(coalesce(holder, p)) AS partner, out
ORDER BY app, interface, partner, out
RETURN collect(app) AS apps, collect(interface) AS interfaces, collect(partner) AS partners, collect(out) AS out
