// title: {de: Auf endender Technologie gebaut, en: Built on ending technology}
// group: lifecycle
// question:
//   de: "Welche Applikationen stehen auf einer Technologie, deren Support bis zum gewählten Tag endet?"
//   en: Which applications stand on a technology whose support ends by the chosen day?
// why:
//   de: "Danach gibt es keine Korrekturen mehr, auch nicht für bekannte Lücken."
//   en: "After that there are no fixes, not even for known holes."
// remedy:
//   de: Auf die Nachfolgetechnologie wechseln; mehrere Applikationen in einem Vorhaben.
//   en: Move to the succeeding technology; several applications in one initiative.
// params:
//   day:
//     kind: date
//     title: [Stichtag, Day]
//     help: ["Der Tag, für den die Antwort gilt; sonst heute.", The day the answer holds for; else today.]
//   status:
//     kind: choice
//     title: [Status, Status]
//     help: ["Nur Applikationen in diesem Stand; leer: alle.", "Applications in this state only; empty: all."]
//     words:
//       planned: [Geplant, Planned]
//       introduction: [In Einführung, Introduction]
//       productive: [Produktiv, Productive]
//       phase_out: [Auslaufend, Phase-out]
// returns: [id, application, office, status, technology, support_ends, successor]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   status: [Status, Status, Application.status]
//   technology: [Technologie, Technology]
//   support_ends: [Support bis, Support ends]
//   successor: [Nachfolge, Successor]
MATCH (a:Application)-[:BUILT_WITH]->(t:Technology)
WHERE coalesce(a.status, '') <> 'retired' AND ($status IS NULL OR a.status = $status)
      AND coalesce(t.support_ends, t.end_of_life) <= $day
OPTIONAL MATCH (t)-[:SUCCEEDED_BY]->(next:Technology)
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN a.id AS id, a.name AS application, o.name AS office, a.status AS status, t.name AS technology,
       coalesce(t.support_ends, t.end_of_life) AS support_ends, next.name AS successor
ORDER BY support_ends, technology, application, id
