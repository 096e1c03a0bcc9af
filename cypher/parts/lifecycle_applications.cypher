// title: Applications behind services and processes
// question: How do the applications stand that services and processes rest on?
// why: Only these matter here.
// remedy: Keep status and end of life current.
// params: {}
// returns: [node, id, name, status, end_of_life, successor]
MATCH (:Service|BusinessProcess)-[:REALISED_BY|USES]->(a:Application)
WITH DISTINCT a
RETURN id(a) AS node, a.id AS id, coalesce(a.name, a.id) AS name, a.status AS status, a.end_of_life AS end_of_life,
       COLLECT { MATCH (a)-[:SUCCEEDED_BY]->(s:Application) RETURN coalesce(s.name, s.id) ORDER BY s.id }[0] AS successor
ORDER BY id
