// title: What spellings were taken for
// question: How were these spellings read before, and what was decided about them?
// why: A spelling once taken, accepted or rejected is not asked about again.
// remedy: Change the decision with ea-cockpit aliases.
// params: {spellings: "list of spellings in their plain form; null for all"}
// returns: [spelling, text, label, id, state, name, score, de, en, run]
MATCH (a:Alias)
WHERE $spellings IS NULL OR a.spelling IN $spellings
WITH a
ORDER BY a.run DESC
WITH a.spelling AS spelling, a.label AS label, a.id AS id, collect(a)[0] AS last
RETURN spelling, last.text AS text, label, id, last.state AS state, last.name AS name, last.score AS score,
       last.de AS de, last.en AS en, last.run AS run
ORDER BY spelling, label, id
