// title: {de: Applikationen in Vorhaben, en: Applications in initiatives}
// question:
//   de: Welche Applikationen werden verändert, wann enden sie, und auf welchen anderen veränderten bauen sie auf?
//   en: Which applications are changed, when do they end, and on which other changed ones do they depend?
// why:
//   de: Wer eine Applikation verändert, trifft auch die, die auf ihr aufbauen.
//   en: Whoever changes an application also meets those that build on it.
// remedy:
//   de: Lebensende, Entscheid und Schnittstellen der Applikationen nachtragen.
//   en: Complete end of life, decision and interfaces of the applications.
// params: {}
// returns: [id, name, end_of_life, decision, needs]
MATCH (a:Application)
WHERE EXISTS { (a)<-[:AFFECTS]-(:Initiative) }
CALL (a) {
  MATCH (a)-[:DEPENDS_ON]->(b:Application)
  RETURN b
  UNION
  MATCH (a)<-[:CONSUMED_BY]-(i:Interface)<-[:PROVIDES]-(b:Application)
  WHERE NOT coalesce(i.status, '') IN ['planned', 'retired']
  RETURN b
  UNION
  RETURN null AS b
}
WITH a, b
ORDER BY b.id
WITH a, collect(CASE WHEN b <> a AND EXISTS { (b)<-[:AFFECTS]-(:Initiative) } THEN b.id END) AS needs
RETURN a.id AS id, a.name AS name, a.end_of_life AS end_of_life, a.decision AS decision, needs
ORDER BY id
