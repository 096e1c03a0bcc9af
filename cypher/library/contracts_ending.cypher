// title: {de: Endende Verträge, en: Contracts that end}
// group: cost
// question:
//   de: "Welche Verträge enden in den nächsten Monaten, und bis wann ist zu kündigen?"
//   en: "Which contracts end in the coming months, and by when must notice be given?"
// why: {de: Eine verpasste Frist bindet für Jahre., en: A missed period binds for years.}
// remedy:
//   de: Vor dem Kündigungstermin über Erneuerung oder Ablösung entscheiden.
//   en: Decide on renewal or replacement before the notice day.
// params:
//   day:
//     kind: date
//     title: [Stichtag, Day]
//     help: ["Der Tag, für den die Antwort gilt; sonst heute.", The day the answer holds for; else today.]
//   months:
//     kind: integer
//     title: [Monate, Months]
//     help: [So weit voraus., That far ahead.]
//     default: 12
//     low: 1
//     high: 240
// returns: [notice_by, contract_end, id, application, office, supplier, cost, decision]
// columns:
//   notice_by: [Kündigen bis, Notice by]
//   contract_end: [Vertragsende, Contract end]
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   supplier: [Lieferant, Supplier]
//   cost: [Kosten (CHF/Jahr), Cost (CHF/year)]
//   decision: [Entscheid, Decision, Application.decision]
MATCH (a:Application)
WHERE a.contract_end >= $day AND a.contract_end <= date($day) + duration({months: $months})
      AND coalesce(a.status, '') <> 'retired'
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
OPTIONAL MATCH (a)-[:SUPPLIED_BY]->(s:Supplier)
RETURN a.contract_end - duration({months: coalesce(a.notice_months, 0)}) AS notice_by, a.contract_end AS contract_end,
       a.id AS id, a.name AS application, o.name AS office, s.name AS supplier,
       coalesce(a.run_cost, 0) + coalesce(a.licence_cost, 0) AS cost, a.decision AS decision
ORDER BY notice_by, application, id
