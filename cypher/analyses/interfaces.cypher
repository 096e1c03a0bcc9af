// title: {de: Datenflüsse, en: Flows of data}
// question:
//   de: Mit wem tauscht diese Applikation oder dieses Amt Daten aus, auf welche Art und was?
//   en: With whom does this application or office exchange data, how, and what?
// why:
//   de: Wer eine Applikation ablöst oder ein Amt umbaut, muss jeden Datenfluss kennen.
//   en: Whoever replaces an application or reorganises an office must know every flow of data.
// remedy:
//   de: Fehlende Partner und Angaben im Blatt Schnittstellen ergänzen.
//   en: Add missing partners and details in the sheet Schnittstellen.
// params:
//   label: Application or OrganisationUnit
//   id: its id
// returns: [direction, interface, name, provider, consumer, partner, partner_label, partner_id, mode, protocol, format,
//           frequency, data_objects, encrypted, platforms, status]
MATCH (subject:Fact {id: $id})
WHERE $label IN labels(subject)
/* An application is its own; an office's are those of all units below it, too. */
CALL (subject) {
  WITH subject WHERE subject:Application
  RETURN subject AS app
  UNION
  WITH subject WHERE subject:OrganisationUnit
  MATCH (subject) (()<-[:BELONGS_TO]-())* (unit:OrganisationUnit)<-[:OWNED_BY]-(app:Application)
  RETURN app
}
WITH collect(DISTINCT app) AS apps
/* A data store speaks for the applications that hold it. */
WITH apps, apps + COLLECT { UNWIND apps AS app MATCH (app)-[:HOLDS]->(store:DataStore) RETURN DISTINCT store } AS own
CALL (apps, own) {
  UNWIND own AS one
  MATCH (one)-[:PROVIDES]->(i:Interface)
  RETURN i
  UNION
  UNWIND own AS one
  MATCH (one)<-[:CONSUMED_BY]-(i:Interface)
  RETURN i
  UNION
  UNWIND apps AS app
  MATCH (app)<-[:RUNS_OVER]-(i:Interface)
  RETURN i
}
WITH apps, own, i
OPTIONAL MATCH (p)-[:PROVIDES]->(i)
OPTIONAL MATCH (i)-[:CONSUMED_BY]->(c)
WITH i, p, c, p IN own AS ours, c IN own AS theirs,
     EXISTS { MATCH (i)-[:RUNS_OVER]->(platform) WHERE platform IN apps } AS over
WHERE ours OR theirs OR over
WITH i, p, c, CASE
       WHEN ours AND theirs THEN 'internal'
       WHEN ours THEN 'out'
       WHEN theirs THEN 'in'
       ELSE 'transit'
     END AS direction
WITH i, p, c, direction, CASE direction WHEN 'in' THEN p WHEN 'transit' THEN null ELSE c END AS partner
RETURN direction, i.id AS interface, i.name AS name, coalesce(p.name, p.id) AS provider,
       coalesce(c.name, c.id) AS consumer, coalesce(partner.name, partner.id) AS partner,
       [label IN labels(partner) WHERE label <> 'Fact'][0] AS partner_label, partner.id AS partner_id,
       i.mode AS mode, i.protocol AS protocol, i.format AS format, i.frequency AS frequency,
       COLLECT { MATCH (i)-[:CARRIES]->(d) RETURN coalesce(d.name, d.id) AS object ORDER BY object } AS data_objects,
       i.encrypted AS encrypted,
       COLLECT { MATCH (i)-[:RUNS_OVER]->(a) RETURN coalesce(a.name, a.id) AS platform ORDER BY platform } AS platforms,
       i.status AS status
ORDER BY direction, partner, partner_id, interface, provider, consumer, p.id, c.id
