// title: {de: Wiederanlauf-Versprechen, en: Recovery promises}
// question:
//   de: Welche Applikationen versprechen einen schnelleren Wiederanlauf, als das hergibt, worauf sie stehen?
//   en: Which applications promise a faster recovery than what they stand on can give?
// why:
//   de: Eine Applikation ist nicht früher zurück als das Langsamste, wovon sie abhängt; sonst ist die RTO ein Wunsch.
//   en: An application is not back before the slowest thing it depends on; else its RTO is a wish.
// remedy:
//   de: Das genannte Hindernis beschleunigen, die Abhängigkeit lösen oder die Zusage berichtigen.
//   en: Speed up the culprit named, cut the dependency, or correct the promise.
// params: {}
// returns: [relationship, starts, ends]
/* The types are those the metamodel declares an outage for; a test holds both together. */
MATCH (a)-[r:DEPENDS_ON|HOLDS|HOSTED_ON|LOCATED_IN|PART_OF]->(b)
RETURN type(r) AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
ORDER BY relationship
