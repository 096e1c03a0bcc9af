// title: {de: Vorhaben im Widerspruch, en: Initiatives in conflict}
// question:
//   de: Welche Vorhaben verändern dasselbe zur selben Zeit, bauen auf Endendes, warten auf Späteres oder führen Untersagtes ein?
//   en: Which initiatives change the same at the same time, build on what ends, wait for what is later, introduce what is forbidden?
// why:
//   de: >-
//     Jedes Vorhaben ist für sich gut geplant; erst zusammen zeigt sich, dass eines abschaltet, worauf ein anderes baut.
//     Fehlende Daten gelten nicht als Entwarnung: was nur möglich ist, steht als «möglich» da.
//   en: >-
//     Each initiative is planned well by itself; only together it shows that one switches off what another builds on.
//     Missing dates are no all-clear: what is only possible is shown as such.
// remedy:
//   de: Die genannten Vorhaben an einen Tisch bringen und Reihenfolge, Federführung oder Ziel ändern; fehlende Daten nachtragen.
//   en: Bring the initiatives together and change order, lead or target; add missing dates.
// params: {}
// returns: [initiatives]
MATCH (i:Initiative)
WITH i
ORDER BY i.id
RETURN collect([i.start, i.end, i.id, i.name, i.status, [(i)-[:AFFECTS]->(a:Application) | a.id],
                [(i)-[:INTRODUCES]->(t:Technology) | t.id], [(i)-[:DEPENDS_ON]->(o:Initiative) | o.id],
                [(i)-[:CONDUCTED_BY]->(u:OrganisationUnit) | coalesce(u.name, u.id)][0]]) AS initiatives
