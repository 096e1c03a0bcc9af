// title: Deviations from standards
// question: For which fact is which standard set aside, decided when, and until when?
// why: What is permitted is shown as such, and its end must be announced.
// remedy: Record subject, standard and term with each deviation.
// params: {}
// returns: [fact, standard, id, decided_on, until]
MATCH (n:Fact)<-[:CONCERNS]-(d:Deviation)-[:DEVIATES_FROM]->(s:Standard)
RETURN id(n) AS fact, s.id AS standard, d.id AS id, d.decided_on AS decided_on, d.until AS until
ORDER BY until DESC, id
