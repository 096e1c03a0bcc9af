// title: {de: Älteste Applikationen, en: Oldest applications}
// group: lifecycle
// question:
//   de: Welche Applikationen sind seit vielen Jahren im Einsatz?
//   en: Which applications have been in use for many years?
// why:
//   de: "Alter allein ist kein Mangel, aber Wissen und Technik schwinden."
//   en: "Age alone is no fault, but knowledge and technology fade."
// remedy:
//   de: "Technische Eignung beurteilen und die Ablösung planen, bevor sie drängt."
//   en: "Assess the technical fit, and plan the replacement before it presses."
// params:
//   day:
//     kind: date
//     title: [Stichtag, Day]
//     help: ["Der Tag, für den die Antwort gilt; sonst heute.", The day the answer holds for; else today.]
//   years:
//     kind: integer
//     title: [Jahre, Years]
//     help: [So viele Jahre oder mehr im Einsatz., In use for so many years or more.]
//     default: 15
//     low: 1
//     high: 60
// returns: [id, application, office, productive_since, years, technical_fit, decision]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   productive_since: [Produktiv seit, Productive since]
//   years: [Jahre, Years]
//   technical_fit: [Technische Eignung, Technical fit]
//   decision: [Entscheid, Decision, Application.decision]
MATCH (a:Application)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
      AND a.productive_since <= date($day) - duration({years: $years})
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN a.id AS id, a.name AS application, o.name AS office, a.productive_since AS productive_since,
       duration.between(a.productive_since, date($day)).years AS years, a.technical_fit AS technical_fit,
       a.decision AS decision
ORDER BY productive_since, application, id
