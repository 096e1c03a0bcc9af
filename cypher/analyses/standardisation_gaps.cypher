// title: {de: Abweichungen von Standards, en: Standardisation gaps}
// question:
//   de: Wer hält welche Vorgabe nicht ein, weswegen, wie schwer wiegt es, und wo führt ein Weg hinaus?
//   en: Who does not keep which standard, because of what, how grave is it, and where is the way out?
// why:
//   de: Eine Vorgabe, deren Einhaltung niemand prüft, ist keine; und eine Abweichung muss man begründen und anfechten können.
//   en: A standard nobody checks is none; and a gap must come with reasons an office can contest.
// remedy:
//   de: Den Weg hinaus einplanen oder eine befristete Ausnahme beantragen; wo eine Angabe fehlt oder nicht stimmt, sie an der Quelle berichtigen.
//   en: Plan the way out or ask for a deviation with a term; where an answer is missing or wrong, correct it at its source.
// params: {}
// returns: [key, title, verdict, wording, check, valid_from, valid_until, subjects]
/* All standards; the rules they hold are worked out by the module, in sets over whole types (see docs/standards.md). */
MATCH (s:Standard)
RETURN s.id AS key, s.name AS title, s.verdict AS verdict, s.rule AS wording, s.check AS check,
       s.valid_from AS valid_from, s.valid_until AS valid_until,
       COLLECT {
         MATCH (s)-[:APPLIES_TO]->(t:Fact)
         WITH t, [label IN labels(t) WHERE label <> 'Fact'][0] AS label,
              COLLECT { MATCH (t)-[:HAS_STANDARD_SOLUTION]->(a:Application) RETURN a.id AS solution ORDER BY solution }[0]
                AS solution
         ORDER BY label, t.id
         RETURN [label, t.id, t.name, t.kind, solution]
       } AS subjects
ORDER BY key
