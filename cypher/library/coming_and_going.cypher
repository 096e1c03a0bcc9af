// title: {de: Kommt und geht, en: Coming and going}
// group: lifecycle
// question:
//   de: "Welche Applikationen werden in den nächsten Monaten eingeführt, abgelöst oder abgeschaltet?"
//   en: "Which applications are introduced, replaced or switched off in the coming months?"
// why:
//   de: "Wer gleichzeitig ändert, kann gemeinsam schulen, testen und umziehen."
//   en: "Those who change at the same time can train, test and move together."
// remedy: {de: Termine mit den Ämtern abgleichen., en: Align the dates with the offices.}
// params:
//   day:
//     kind: date
//     title: [Stichtag, Day]
//     help: ["Der Tag, für den die Antwort gilt; sonst heute.", The day the answer holds for; else today.]
//   months:
//     kind: integer
//     title: [Monate, Months]
//     help: [So weit voraus., That far ahead.]
//     default: 24
//     low: 1
//     high: 240
// returns: [day, event, id, application, office, status]
// columns:
//   day: [Tag, Day]
//   event: [Was geschieht, What happens, "Application.*"]
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   status: [Status, Status, Application.status]
MATCH (a:Application)
UNWIND [['productive_since', a.productive_since], ['phase_out_from', a.phase_out_from],
        ['end_of_life', a.end_of_life]] AS pair
WITH a, pair[0] AS event, pair[1] AS day
WHERE day >= $day AND day <= date($day) + duration({months: $months})
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN day, event, a.id AS id, a.name AS application, o.name AS office, a.status AS status
ORDER BY day, application, id, event
