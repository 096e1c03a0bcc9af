// title: {de: Kosten je Amt, en: Cost by office}
// group: cost
// question:
//   de: "Was kosten die Applikationen eines Amtes im Jahr, und für wie viele fehlt die Angabe?"
//   en: "What do the applications of an office cost a year, and for how many is it unknown?"
// why:
//   de: "Eine Summe sagt erst etwas, wenn man weiss, was darin fehlt."
//   en: A sum tells something only when one knows what it lacks.
// remedy:
//   de: "Fehlende Kosten bei den Ämtern erfragen, grosse Posten zuerst besprechen."
//   en: "Ask the offices for missing cost, discuss large items first."
// params: {}
// returns: [office_id, office, applications, run_cost, licence_cost, one_off_cost, without_cost]
// columns:
//   office_id: [ID, ID, OrganisationUnit]
//   office: [Zuständiges Amt, Owned by]
//   applications: [Applikationen, Applications]
//   run_cost: [Betriebskosten (CHF/Jahr), Run cost (CHF/year)]
//   licence_cost: [Lizenzen (CHF/Jahr), Licences (CHF/year)]
//   one_off_cost: [Einmalig (CHF), One-off (CHF)]
//   without_cost: [Ohne Kostenangabe, Without any cost]
MATCH (a:Application)-[:OWNED_BY]->(o:OrganisationUnit)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
RETURN o.id AS office_id, o.name AS office, count(a) AS applications, sum(coalesce(a.run_cost, 0)) AS run_cost,
       sum(coalesce(a.licence_cost, 0)) AS licence_cost, sum(coalesce(a.one_off_cost, 0)) AS one_off_cost,
       sum(CASE WHEN a.run_cost IS NULL AND a.licence_cost IS NULL THEN 1 ELSE 0 END) AS without_cost
ORDER BY run_cost + licence_cost DESC, office, office_id
