// title: Deviations in force of some applications
// question: For which of these applications is a deviation recorded that is in force on that day?
// why: A recorded deviation says why an office went its own way.
// remedy: Nothing to mend here.
// params:
//   nodes: ids of nodes of the applications
//   day: the day
// returns: [deviations]
MATCH (a:Application)<-[:CONCERNS]-(d:Deviation)
WHERE id(a) IN $nodes AND (d.until IS NULL OR d.until >= $day) AND (d.decided_on IS NULL OR d.decided_on <= $day)
WITH a, d
ORDER BY a.id, d.id
RETURN collect([id(a), d.id, d.name, d.reason, d.until]) AS deviations
