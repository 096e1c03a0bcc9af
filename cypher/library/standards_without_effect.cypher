// title: {de: Vorgaben ohne Wirkung, en: Standards without effect}
// group: standards
// question:
//   de: Auf welche Vorgaben nimmt kein Eintrag Bezug?
//   en: Which standards does no entry refer to?
// why:
//   de: Eine Vorgabe ohne Bezug lässt sich nicht prüfen.
//   en: A standard nobody refers to cannot be checked.
// remedy:
//   de: "Eintragen, wofür sie gilt, oder sie aufheben."
//   en: "Enter what it applies to, or repeal it."
// params: {}
// returns: [standard_id, standard, domain, verdict, rule]
// columns:
//   standard_id: [ID, ID, Standard]
//   standard: [Standard, Standard]
//   domain: [Bereich, Domain, Standard.domain]
//   verdict: [Urteil, Verdict, Standard.verdict]
//   rule: [Regel, Rule]
MATCH (s:Standard)
WHERE NOT (s)-[:APPLIES_TO]->() AND NOT (s)<-[:CONFORMS_TO]-() AND NOT (s)<-[:DEFINED_BY]-()
RETURN s.id AS standard_id, s.name AS standard, s.domain AS domain, s.verdict AS verdict, s.rule AS rule
ORDER BY domain, standard, standard_id
