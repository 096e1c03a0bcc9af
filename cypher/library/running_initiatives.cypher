// title: {de: Vorhaben und ihre Mittel, en: Initiatives and their means}
// group: initiatives
// question:
//   de: "Welche Vorhaben laufen oder sind geplant, und wie weit ist das Budget ausgeschöpft?"
//   en: "Which initiatives run or are planned, and how much of the budget is spent?"
// why:
//   de: Gleichzeitige Vorhaben streiten um dieselben Leute.
//   en: Initiatives at the same time compete for the same people.
// remedy:
//   de: Reihenfolge nach Wirkung und Abhängigkeit festlegen.
//   en: Set the order by effect and dependency.
// params:
//   day:
//     kind: date
//     title: [Stichtag, Day]
//     help: ["Der Tag, für den die Antwort gilt; sonst heute.", The day the answer holds for; else today.]
//   programme:
//     kind: text
//     title: [Programm enthält, Programme contains]
//     help: ["Ein Teil des Programmnamens; leer: alle.", "A part of the programme's name; empty: all."]
//     default: ""
// returns: [initiative_id, initiative, measure, status, end, office, budget, spent, percent, late]
// columns:
//   initiative_id: [ID, ID, Initiative]
//   initiative: [Vorhaben, Initiative]
//   measure: [Massnahme, Measure]
//   status: [Status, Status, Initiative.status]
//   end: [Ende, End]
//   office: [Federführung, Led by]
//   budget: [Budget (CHF), Budget (CHF)]
//   spent: [Ausgegeben (CHF), Spent (CHF)]
//   percent: ["Ausgeschöpft (%)", "Spent (%)"]
//   late: [Überfällig, Late]
MATCH (v:Initiative)
WHERE v.status IN ['planned', 'running', 'paused'] AND toLower(coalesce(v.programme, '')) CONTAINS toLower($programme)
OPTIONAL MATCH (v)-[:CONDUCTED_BY]->(o:OrganisationUnit)
RETURN v.id AS initiative_id, v.name AS initiative, v.measure AS measure, v.status AS status, v.end AS end,
       o.name AS office, v.budget AS budget, v.spent AS spent,
       CASE WHEN v.budget > 0 THEN toInteger(round(100 * v.spent / v.budget)) END AS percent,
       coalesce(v.end < $day, false) AS late
ORDER BY end, initiative, initiative_id
