// title: {de: Die nächsten Fragen, en: The next questions}
// question:
//   de: Welche fehlenden Angaben würden am meisten Urteile entscheiden, und wer kann sie geben?
//   en: Which missing answers would settle most verdicts, and who can give them?
// why:
//   de: >-
//     Ein Amt beantwortet gern zehn gute Fragen, nicht tausend. Gefragt wird zuerst, was am meisten entscheidet: eine
//     Angabe zu einer Technologie kann die Obsoleszenz vieler Applikationen klären.
//   en: >-
//     An office gladly answers ten good questions, not a thousand. Asked first is what settles most: one answer about a
//     technology may settle the obsolescence of many applications.
// remedy:
//   de: Die obersten Fragen dem Amt mit seiner Arbeitsmappe schicken (ea-cockpit export office) und die Antworten importieren.
//   en: Send the uppermost questions to the office in its workbook (ea-cockpit export office) and import the answers.
// params: {}
// returns: [relationship, starts, ends]
/* The links the verdicts go along; a test holds both together. The facts are read type by type, see fact_sets.values. */
MATCH (a)-[r:BUILT_WITH|CARRIES|DEPENDS_ON|HOSTED_ON|LOCATED_IN|OWNED_BY|SUPPORTS]->(b)
RETURN type(r) AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
ORDER BY relationship
