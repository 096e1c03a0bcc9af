// title: What a gap weighs and costs
// question: Which applications stand behind these facts, how much protection do they need, and what do they cost?
// why: The same gap weighs more where much protection is needed.
// remedy: Record protection needs and run cost with each application.
// params: {facts: numbers of the facts}
// returns: [found]
MATCH (n:Fact)
WHERE id(n) IN $facts
WITH n, CASE WHEN n:Application THEN [n] ELSE
          [(n)<-[:HOLDS|PROVIDES|HOSTED_ON]-(a:Application) | a]
          + [(n)<-[:PROVIDES]-(:DataStore)<-[:HOLDS]-(a:Application) | a]
        END AS apps
ORDER BY id(n)
RETURN collect([id(n), n.productive_since, n.cost, [a IN apps | a.run_cost], reduce(needs = [], a IN apps |
         needs + [a.confidentiality, a.integrity, a.availability, a.criticality])]) AS found
