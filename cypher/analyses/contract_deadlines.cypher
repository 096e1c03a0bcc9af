// title: {de: Kündigungsfristen der Verträge, en: Contract deadlines}
// question:
//   de: Welcher Vertrag muss bis wann gekündigt sein, und bei welchem ist es schon zu spät?
//   en: Which contract must be cancelled by when, and for which is it too late already?
// why:
//   de: Eine verpasste Frist kostet ein weiteres Jahr, auch für eine Applikation, die man aufgibt.
//   en: A missed deadline costs another year, also for an application that is given up.
// remedy:
//   de: Aufgegebenes fristgerecht kündigen; wo Vertragsende oder Frist fehlen, im Vertrag nachsehen und ergänzen.
//   en: Cancel in time what is given up; where contract end or notice are missing, look them up in the contract.
// params: {}
// returns: [contracts]
/* All in one row, days as text: see obsolescence. */
MATCH (a:Application)
WHERE a.id > ''
OPTIONAL MATCH (a)-[:OWNED_BY]->(u:OrganisationUnit)
OPTIONAL MATCH (a)-[:SUPPLIED_BY]->(s:Supplier)
WITH a, u, s
WHERE a.contract_end IS NOT NULL OR a.notice_months IS NOT NULL OR s IS NOT NULL
WITH a, u, coalesce(s.name, s.id) AS supplier
ORDER BY a.id
RETURN collect([
         a.id, a.name, coalesce(u.name, u.id), u.id, supplier, toString(a.contract_end), a.notice_months, a.status,
         a.decision, toString(a.end_of_life), a.run_cost, a.licence_cost, a.sourcing
       ]) AS contracts
