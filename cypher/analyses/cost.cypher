// title: {de: 'Kosten nach Fähigkeit, Amt oder Lieferant', en: 'Cost by capability, office or supplier'}
// question:
//   de: Was kosten Betrieb und Lizenzen der Applikationen, verteilt auf Fähigkeiten, Ämter oder Lieferanten?
//   en: What do operation and licences of applications cost, by capability, office or supplier?
// why:
//   de: >-
//     Wer zusammenlegen oder neu verhandeln will, muss wissen, wo das Geld hingeht. Was niemand angegeben hat, ist nicht
//     null: die Summe ist dann ein Mindestwert mit der Zahl der Angaben.
//   en: >-
//     Whoever wants to merge or to renegotiate must know where the money goes. What nobody has stated is not zero: the sum
//     is then the least it can be, with the number of answers.
// remedy:
//   de: >-
//     Fehlende Kosten im Blatt Applikationen nachtragen, zuerst bei den Gruppen mit vielen offenen Angaben. Die Kosten der
//     Betriebsumgebungen stehen in einer Spalte für sich: sie können in den Betriebskosten schon enthalten sein. Umgebungen,
//     auf denen keine Applikation unmittelbar läuft, etwa das Rechenzentrum um einen Server, sind darin nicht verteilt.
//   en: >-
//     Add missing costs in the sheet Applikationen, first in the groups with many open answers. The cost of hosting stands
//     in a column of its own: it may already be contained in the run cost. Environments that no application runs on
//     directly, such as the data centre around a server, are not spread there.
// params: {by: "capability, office or supplier"}
// returns: [applications]
MATCH (a:Application)
WHERE a.id > '' AND NOT coalesce(a.status, '') IN ['planned', 'retired']
WITH a, CASE $by
       WHEN 'office' THEN [(a)-[:OWNED_BY]->(g:OrganisationUnit) | g.id]
       WHEN 'supplier' THEN [(a)-[:SUPPLIED_BY]->(g:Supplier) | g.id]
       ELSE [(a)-[:SUPPORTS]->(g:BusinessCapability) | g.id]
     END AS groups
ORDER BY a.id
RETURN collect([coalesce(a.name, a.id), a.run_cost, a.licence_cost, a.users, groups,
                [(a)-[:HOSTED_ON]->(h:Hosting) | h.id]]) AS applications
