// title: How fresh the catalogue is
// question: Which types of facts were confirmed within a year, and when did the last of them come in?
// why: Old facts lead to wrong decisions.
// remedy: Have the office confirm its facts, with the day in the column Bestätigt am.
// params: {}
// returns: [label, facts, confirmed, never_confirmed, last_import, open]
MATCH (n:Fact)
WITH [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n._run AS run, count(*) AS facts,
     sum(CASE WHEN n.confirmed_on > date() - duration({years: 1}) THEN 1 ELSE 0 END) AS confirmed,
     sum(CASE WHEN n.confirmed_on IS NULL THEN 1 ELSE 0 END) AS never_confirmed,
     sum(coalesce(n._open_count, 0)) AS open
OPTIONAL MATCH (r:ImportRun {id: run})
RETURN label, sum(facts) AS facts, sum(confirmed) AS confirmed, sum(never_confirmed) AS never_confirmed,
       max(r.at) AS last_import, sum(open) AS open
ORDER BY label
