// title: {de: Once Only, en: Once only}
// question:
//   de: Welche Datenobjekte haben kein oder mehrere führende Systeme, und welche Kopien speist das führende System nicht?
//   en: Which data objects have no or several leading systems, and which copies does the leading system not feed?
// why:
//   de: Was mehrfach geführt wird, widerspricht sich; was nicht gespeist wird, veraltet und wird bei der Bevölkerung erneut erfragt.
//   en: What is kept several times contradicts itself; what is not fed grows old and is asked of the public again.
// remedy:
//   de: Je Datenobjekt ein führendes System bestimmen, Kopien von dort speisen oder aufgeben.
//   en: Name one leading system for each data object; feed copies from there or give them up.
// params: {}
// returns: [thing, leaders, stores]
MATCH (n:DataObject)
RETURN id(n) AS thing,
       COLLECT { MATCH (n)-[:LED_BY]->(a:Application) RETURN id(a) ORDER BY a.id } AS leaders,
       COLLECT { MATCH (n)<-[:CONTAINS]-(s:DataStore) RETURN id(s) ORDER BY s.id } AS stores
ORDER BY n.id
