// title: All names and ids of some types
// question: What are the facts of these types called?
// why: A name that is not known may be misspelt; the nearest ones are proposed.
// remedy: Nothing to do.
// params: {labels: list of labels}
// returns: [words]
MATCH (n:Fact)
WHERE any(label IN labels(n) WHERE label IN $labels)
WITH n
ORDER BY n.id
RETURN collect([n.id, n.name]) AS words
