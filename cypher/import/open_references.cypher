// title: Open references
// question: Which facts name a partner that was unknown when they came in?
// why: When the partner comes in later, the link is made then; nothing has to be imported again.
// remedy: Import the partner, or correct the reference at its source.
// params: {}
// returns: [label, id, open]
MATCH (n:Fact)
WHERE n._open_count > 0
RETURN [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n.id AS id, n._open AS open
ORDER BY label, id
