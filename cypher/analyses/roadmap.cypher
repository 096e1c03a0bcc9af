// title: {de: Fahrplan, en: Roadmap}
// question:
//   de: Was geschieht wann in der Landschaft, und wo widersprechen sich die Termine?
//   en: What happens when in the landscape, and where do the dates contradict each other?
// why:
//   de: Ablösungen scheitern an Terminen, die einzeln stimmen und zusammen nicht.
//   en: Replacements fail over dates that are right one by one and wrong together.
// remedy:
//   de: Widersprüche mit den beteiligten Ämtern klären und die Termine an ihrer Quelle berichtigen.
//   en: Settle contradictions with the offices concerned and correct the dates at their source.
// params: {closed: states of an initiative that bring nothing any more, first: first day, last: last day}
// returns: [listed]
/* All in one row, days as text: see obsolescence. */
MATCH (n:Application|Initiative|Standard)
WITH n, [n.productive_since, n.phase_out_from, n.end_of_life, n.contract_end, n.start, n.end, n.valid_until] AS days
WHERE any(day IN days WHERE $first <= day <= $last) AND NOT (n:Initiative AND coalesce(n.status, '') IN $closed)
OPTIONAL MATCH (n)-[:OWNED_BY|CONDUCTED_BY]->(u:OrganisationUnit)
WITH n, u, days, CASE WHEN n:Application THEN 'Application' WHEN n:Initiative THEN 'Initiative' ELSE 'Standard' END AS label,
     COLLECT { MATCH (n:Application)-[:SUCCEEDED_BY]->(s:Application)
               RETURN [coalesce(s.name, s.id), s.status, toString(s.productive_since), toString(s.end_of_life)]
               ORDER BY s.id }[0] AS successor
ORDER BY label, n.id
RETURN collect([label, n.id, n.name, coalesce(u.name, u.id), u.id, id(n), [day IN days | toString(day)], successor]) AS listed
