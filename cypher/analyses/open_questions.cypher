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
// params: {fields: label to the fields that are read}
// returns: [facts]
MATCH (n:Fact)
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label
WHERE $fields[label] IS NOT NULL
WITH label, collect(id(n)) AS keys, collect(n.id) AS ids,
     /* Days as text, and a text first: then the driver and the store take the list as it is, which is what costs time. */
     collect([''] + [f IN $fields[label] | CASE WHEN n[f] IS :: DATE THEN toString(n[f]) ELSE n[f] END]) AS values
ORDER BY label
RETURN collect([label, keys, ids, values]) AS facts
