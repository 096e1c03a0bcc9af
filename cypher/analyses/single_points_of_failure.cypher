// title: {de: Einzelne Ausfallpunkte, en: Single points of failure}
// question:
//   de: Wessen Ausfall reisst allein viele Applikationen mit, und auf welchen zwei Umgebungen allein steht Kritisches?
//   en: Whose failure alone takes down many applications, and on which two environments alone does something critical stand?
// why:
//   de: Was alles trägt, braucht Ersatz, Wiederanlaufplan und Aufsicht; sonst wird aus einer Störung ein Stillstand.
//   en: What carries everything needs a stand-in, a recovery plan and care; else a disturbance becomes a standstill.
// remedy:
//   de: Zweite Umgebung an anderem Ort, Abhängigkeiten lösen, oder das Risiko bewusst tragen und im Entscheid festhalten.
//   en: A second environment elsewhere, fewer dependencies, or bear the risk knowingly and record the decision.
// params: {}
// returns: [relationship, starts, ends]
/* The types are those the metamodel declares an outage for; a test holds both together. */
MATCH (a)-[r:DEPENDS_ON|HOLDS|HOSTED_ON|LOCATED_IN|PART_OF|REALISED_BY|USES]->(b)
RETURN type(r) AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
ORDER BY relationship
