// title: Aliases that come in
// question: What was a spelling taken for, how surely, why, and by which run?
// why: Every merge is remembered, shown, and can be undone; the last word on a spelling and a fact counts.
// remedy: Undo one with ea-cockpit aliases undo.
// params: {rows: "list of {key, spelling, text, label, id, state, name, score, de, en}", run: number of the run}
// returns: []
UNWIND $rows AS row
MERGE (a:Alias {key: row.key})
SET a += row, a.run = $run
