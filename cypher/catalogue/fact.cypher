// title: One fact and where it comes from
// question: What is known about this fact, and who said so?
// why: An office can look up and contest a value only when its workbook, sheet and row are named.
// remedy: Correct the value in the workbook named and import it again.
// params: {label: label of the fact, id: its id}
// returns: [properties, run, file, sha256, sheet, line, at]
MATCH (n:Fact {id: $id})
WHERE $label IN labels(n)
OPTIONAL MATCH (r:ImportRun {id: n._run})
OPTIONAL MATCH (w:Workbook {key: n._workbook})
RETURN properties(n) AS properties, n._run AS run, w.name AS file, w.sha256 AS sha256,
       n._sheet AS sheet, n._row AS line, r.at AS at
ORDER BY run
