// title: What takes the place of these facts
// question: Which technology or application succeeds each of them?
// why: A gap without a way out is only a reproach.
// remedy: Record the successor with the technology or the application.
// params: {facts: numbers of the facts}
// returns: [found]
MATCH (n:Fact)-[:SUCCEEDED_BY|HAS_STANDARD_SOLUTION]->(next:Fact)
WHERE id(n) IN $facts
WITH n, next
ORDER BY id(n), next.id
RETURN collect([id(n), next.id, next.name]) AS found
