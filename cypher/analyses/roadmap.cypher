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
// params: {closed: states of an initiative that bring nothing any more}
// returns: [label, id, name, office, office_id, node, status, dates, successor]
MATCH (n:Application|Initiative|Standard)
WHERE NOT (n:Initiative AND coalesce(n.status, '') IN $closed)
  AND any(day IN [n.productive_since, n.phase_out_from, n.end_of_life, n.contract_end, n.start, n.end, n.valid_until]
          WHERE day IS NOT NULL)
OPTIONAL MATCH (n)-[:OWNED_BY|CONDUCTED_BY]->(u:OrganisationUnit)
RETURN CASE WHEN n:Application THEN 'Application' WHEN n:Initiative THEN 'Initiative' ELSE 'Standard' END AS label,
       n.id AS id, n.name AS name, coalesce(u.name, u.id) AS office, u.id AS office_id, id(n) AS node, n.status AS status,
       [n.productive_since, n.phase_out_from, n.end_of_life, n.contract_end, n.start, n.end, n.valid_until] AS dates,
       COLLECT { MATCH (n:Application)-[:SUCCEEDED_BY]->(s:Application)
                 RETURN [coalesce(s.name, s.id), s.status, s.productive_since, s.end_of_life] ORDER BY s.id }[0] AS successor
ORDER BY label, id
