// title: Later links by an import's aliases
// question: Which later imports read a cell by an alias this import brought?
// why: Their links would stand there without a reason.
// remedy: Undo the later import first.
// params: {run: number of the run}
// returns: [later, text]
MATCH (:Fact)-[u:READ_AS]->(a:Alias {run: $run})
WHERE u.run > $run
WITH DISTINCT u.run AS later, a.text AS text
RETURN later, text
ORDER BY later, text
