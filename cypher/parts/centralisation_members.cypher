// title: What speaks for and against bringing these applications together
// question: What are their needs, costs, contracts, fitness and users?
// why: A group is judged by its members' facts.
// remedy: Nothing to mend here.
// params:
//   nodes: ids of nodes of the applications
// returns:
//   [nodes, status, confidentiality, integrity, availability, personal_data, run_cost, contract_end, notice_months,
//    users, functional, technical, decision, end_of_life]
/* Days as text: the driver reads them far faster. */
MATCH (a:Application)
WHERE id(a) IN $nodes
WITH a
ORDER BY a.id
WITH collect(a) AS apps
RETURN [a IN apps | id(a)] AS nodes, [a IN apps | a.status] AS status,
       [a IN apps | a.confidentiality] AS confidentiality, [a IN apps | a.integrity] AS integrity,
       [a IN apps | a.availability] AS availability, [a IN apps | a.personal_data] AS personal_data,
       [a IN apps | a.run_cost] AS run_cost, [a IN apps | toString(a.contract_end)] AS contract_end,
       [a IN apps | a.notice_months] AS notice_months, [a IN apps | a.users] AS users,
       [a IN apps | a.functional_fit] AS functional, [a IN apps | a.technical_fit] AS technical,
       [a IN apps | a.decision] AS decision, [a IN apps | toString(a.end_of_life)] AS end_of_life
