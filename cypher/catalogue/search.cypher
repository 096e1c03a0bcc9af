// title: Search over all facts
// question: Which facts speak of this?
// why: People remember a name or part of it, not the type and the id.
// remedy: Use fewer or shorter words.
// params: {words: the words as a full-text query, text: what was typed, limit: how many at most}
// returns: [label, id, name, score]
CALL db.index.fulltext.queryNodes('fact_search', $words) YIELD node, score
WITH [label IN labels(node) WHERE label <> 'Fact'][0] AS label, node.id AS id, node.name AS name, score
WITH label, id, name,
     score + CASE WHEN toLower(id) = toLower($text) THEN 1000 WHEN toLower(name) = toLower($text) THEN 500 ELSE 0 END AS score
RETURN label, id, name, score
ORDER BY score DESC, label, id
LIMIT $limit
