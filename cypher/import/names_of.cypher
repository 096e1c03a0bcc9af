// title: What facts are called
// question: Under which names are the facts of these types known?
// why: A cell may spell its partner's name otherwise than the catalogue does.
// remedy: Give the id, or add the spelling to the fact's other names.
// params: {labels: labels of the facts, run: only facts this run touched; null for all}
// returns: [label, id, name, aliases, short_name, version, lifecycle_slug, above]
MATCH (n:Fact)
WITH n, [label IN labels(n) WHERE label <> 'Fact'][0] AS label
WHERE label IN $labels AND ($run IS NULL OR n._run = $run)
RETURN label, n.id AS id, n.name AS name, n.aliases AS aliases, n.short_name AS short_name,
       n.version AS version, n.lifecycle_slug AS lifecycle_slug,
       [(n)-[:BELONGS_TO]->(above:Fact) | above.id] AS above
ORDER BY label, id
