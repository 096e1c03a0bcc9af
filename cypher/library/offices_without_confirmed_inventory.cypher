// title: {de: Ämter ohne bestätigtes Inventar, en: Offices without a confirmed inventory}
// group: organisation
// question:
//   de: Welche Ämter haben lange keinen Eintrag ihres Inventars mehr bestätigt?
//   en: Which offices have not confirmed any entry of their inventory for long?
// why:
//   de: "Was niemand bestätigt, stimmt bald nicht mehr."
//   en: What nobody confirms is soon no longer true.
// remedy:
//   de: Dem Amt sein Inventar zur Bestätigung schicken.
//   en: Send the office its inventory to confirm.
// params:
//   day:
//     kind: date
//     title: [Stichtag, Day]
//     help: ["Der Tag, für den die Antwort gilt; sonst heute.", The day the answer holds for; else today.]
//   months:
//     kind: integer
//     title: [Monate, Months]
//     help: [So lange ohne Bestätigung., So long without confirmation.]
//     default: 24
//     low: 1
//     high: 240
// returns: [office_id, office, applications, confirmed, last]
// columns:
//   office_id: [ID, ID, OrganisationUnit]
//   office: [Zuständiges Amt, Owned by]
//   applications: [Applikationen, Applications]
//   confirmed: [je bestätigt, ever confirmed]
//   last: [zuletzt, last]
MATCH (a:Application)-[:OWNED_BY]->(o:OrganisationUnit)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
WITH o, count(a) AS applications, count(a.confirmed_on) AS confirmed, max(a.confirmed_on) AS last
WHERE last IS NULL OR last < date($day) - duration({months: $months})
RETURN o.id AS office_id, o.name AS office, applications, confirmed, last
ORDER BY applications DESC, office, office_id
