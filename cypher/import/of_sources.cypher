// title: What the sources report
// question: Which facts of these types has each of these sources ever brought, and which of them does it no longer name?
// why: What a source used to report and no longer does is told, not deleted.
// remedy: Ask the office; retire what is really gone.
// params: {sources: names of sources, labels: labels of fact types}
// returns: [source, label, ids, gone]
MATCH (n:Fact)
WHERE n._sources IS NOT NULL
UNWIND n._sources AS source
WITH n, source, [label IN labels(n) WHERE label <> 'Fact'][0] AS label
WHERE source IN $sources AND label IN $labels
WITH source, label, collect(n.id) AS ids,
     collect(CASE WHEN any(mark IN coalesce(n._missing_in, []) WHERE mark STARTS WITH source + '|') THEN n.id END) AS gone
RETURN source, label, ids, gone
ORDER BY source, label
