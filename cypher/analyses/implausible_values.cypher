// title: {de: Unglaubwürdige Angaben, en: Implausible values}
// question:
//   de: Welche Angaben eines Eintrags passen nicht zusammen, und welche Verweise sind offen?
//   en: Which values of an entry do not fit together, and which references are open?
// why:
//   de: Wer mit falschen Daten rechnet, streitet nachher über die Zahl statt über die Sache.
//   en: Who reckons with wrong data argues about the figure afterwards, not about the matter.
// remedy:
//   de: An der Quelle berichtigen und neu importieren; eine Regel, die nicht passt, in plausibility.yaml ändern.
//   en: Correct it at its source and import again; change a rule that does not fit in plausibility.yaml.
// params:
//   rules: by label, lists of {id, fields, when}; a condition is {field, op, other, value}
// returns: [label, found]
/* Nothing of a rule is run as code: its fields and values are parameters of fixed comparisons. */
MATCH (n:Fact)
WITH n, [one IN labels(n) WHERE one <> 'Fact'][0] AS label
WITH n, label, [rule IN $rules[label] WHERE all(c IN rule.when WHERE CASE c.op
       WHEN 'empty' THEN n[c.field] IS NULL
       WHEN 'filled' THEN n[c.field] IS NOT NULL
       WHEN '<' THEN n[c.field] < CASE WHEN c.other IS NULL THEN c.value ELSE n[c.other] END
       WHEN '<=' THEN n[c.field] <= CASE WHEN c.other IS NULL THEN c.value ELSE n[c.other] END
       WHEN '>' THEN n[c.field] > CASE WHEN c.other IS NULL THEN c.value ELSE n[c.other] END
       WHEN '>=' THEN n[c.field] >= CASE WHEN c.other IS NULL THEN c.value ELSE n[c.other] END
       WHEN '!=' THEN n[c.field] <> CASE WHEN c.other IS NULL THEN c.value ELSE n[c.other] END
       ELSE n[c.field] = CASE WHEN c.other IS NULL THEN c.value ELSE n[c.other] END
     END)] AS broken
UNWIND broken AS rule
WITH label, n, rule
ORDER BY n.id, rule.id
RETURN label, collect([n.id, n.name, rule.id, [field IN rule.fields | n[field]]]) AS found
ORDER BY label
