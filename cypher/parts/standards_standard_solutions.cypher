// title: Which applications are standard solutions
// question: Is an application, or the one it is a module of, the standard solution of all its capabilities that have one?
// why: Beside a standard solution every other application for the same capability is a gap.
// remedy: Record the standard solution with the capability.
// params: {}
// returns: [facts]
MATCH (a:Application)
OPTIONAL MATCH (a)-[:SUPPORTS]->(:BusinessCapability)-[:HAS_STANDARD_SOLUTION]->(s:Application)
WITH a, collect(s) AS solutions
ORDER BY a.id
RETURN collect([
         id(a),
         CASE WHEN size(solutions) > 0 THEN all(s IN solutions WHERE s = a OR EXISTS { (a)-[:PART_OF]->(s) }) END
       ]) AS facts
