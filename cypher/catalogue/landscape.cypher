// title: The landscape
// question: Which applications and data stores exchange data?
// why: The whole at a glance, to mail or to print.
// remedy: Record interfaces where lines are missing.
// params: {}
// returns: [node]
MATCH (n:Application|DataStore)
RETURN elementId(n) AS node
ORDER BY n.id
