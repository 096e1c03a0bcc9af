// title: {de: Auswirkung eines Ausfalls, en: Impact of a failure}
// question:
//   de: Was leidet, wenn dieser Eintrag ausfällt, in welcher Entfernung und auf welchem Weg?
//   en: What suffers when this fact fails, at what distance and along which path?
// why:
//   de: Vor einer Abschaltung, einem Umzug oder nach einem Vorfall muss man wissen, wen es trifft.
//   en: Before a shutdown or a move, and after an incident, one must know who is hit.
// remedy:
//   de: Die betroffenen Ämter informieren; wo ein Weg nicht stimmt, die Beziehung an ihrer Quelle berichtigen.
//   en: Inform the offices concerned; where a path is wrong, correct the link at its source.
// params:
//   front: list of [label, id] of the facts that fail, at first the one asked about, then those the step before has found
//   start_suffers: relationship types whose start suffers when their end fails
//   end_suffers: relationship types whose end suffers when their start fails
// returns: [met]
/* One step of the search; the analysis repeats it. A pattern of variable length would walk every path there is, and there
   are more of them than anyone can wait for; step by step each fact is met once. All in one row, for the driver's work goes by rows. */
UNWIND $front AS one
MATCH (a:Fact {id: one[1]})
WHERE one[0] IN labels(a)
MATCH (a)-[r]-(b:Fact)
WHERE type(r) IN CASE WHEN startNode(r) = a THEN $end_suffers ELSE $start_suffers END
WITH b, [label IN labels(b) WHERE label <> 'Fact'][0] AS label, min([one[0], one[1], type(r)]) AS via
WITH via, label, b.id AS id, b.name AS name
ORDER BY label, id
RETURN collect([via[0], via[1], via[2], label, id, name]) AS met
