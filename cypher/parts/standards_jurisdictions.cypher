// title: Under whose law each operating environment stands
// question: Which jurisdiction does an environment have, itself or by what it stands in?
// why: A server stands under the law of its data centre, whether or not somebody wrote it down.
// remedy: Record the jurisdiction of each data centre and cloud.
// params: {}
// returns: [facts]
MATCH (h:Hosting)
WITH h
ORDER BY h.id
RETURN collect([
         id(h),
         coalesce(h.jurisdiction, COLLECT {
           MATCH path = (h)-[:LOCATED_IN*1..6]->(whole:Hosting)
           WHERE h.jurisdiction IS NULL AND whole.jurisdiction IS NOT NULL
           RETURN whole.jurisdiction AS law ORDER BY length(path), law LIMIT 1
         }[0])
       ]) AS facts
