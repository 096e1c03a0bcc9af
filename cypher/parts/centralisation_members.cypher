// title: What speaks for and against bringing these applications together
// question: What are their needs, costs, contracts, fitness and users?
// why: A group is judged by its members' facts.
// remedy: Nothing to mend here.
// params:
//   nodes: ids of nodes of the applications
// returns: [members]
MATCH (a:Application)
WHERE id(a) IN $nodes
WITH a
ORDER BY a.id
RETURN collect([id(a), a.status, a.confidentiality, a.integrity, a.availability, a.personal_data, a.run_cost,
                a.contract_end, a.notice_months, a.users, a.functional_fit, a.technical_fit, a.decision,
                a.end_of_life]) AS members
