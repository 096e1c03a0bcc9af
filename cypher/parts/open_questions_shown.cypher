// title: {de: Namen und Verantwortung einiger Einträge, en: Names and owners of some entries}
// question:
//   de: Wie heissen diese Einträge, und welche Funktionen stehen für sie oder für ihre Applikation?
//   en: What are these entries called, and which functions stand for them or for their application?
// why:
//   de: Eine Frage braucht jemanden, der sie beantworten kann.
//   en: A question needs somebody who can answer it.
// remedy:
//   de: Fachverantwortung und IT-Verantwortung im Blatt Applikationen nachtragen.
//   en: Complete business owner and IT owner in the sheet Applikationen.
// params: {keys: internal ids of the entries}
// returns: [key, name, business_owner, it_owner]
UNWIND $keys AS key
MATCH (n:Fact)
WHERE id(n) = key
WITH key, n, CASE
       WHEN n:Interface THEN coalesce(
         COLLECT { MATCH (a:Application)-[:PROVIDES]->(n) RETURN a ORDER BY a.id LIMIT 1 }[0],
         COLLECT { MATCH (a:Application)-[:HOLDS]->(:DataStore)-[:PROVIDES]->(n) RETURN a ORDER BY a.id LIMIT 1 }[0]
       )
       ELSE n
     END AS home
RETURN key, n.name AS name, home.business_owner AS business_owner, home.it_owner AS it_owner
ORDER BY key
