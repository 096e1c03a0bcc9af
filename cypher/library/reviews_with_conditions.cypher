// title: {de: Architekturprüfungen mit Auflagen, en: Reviews with conditions}
// group: standards
// question:
//   de: "Welche Architekturprüfungen endeten mit Auflagen oder Nacharbeit, und für wen?"
//   en: "Which architecture reviews ended with conditions or rework, and for whom?"
// why: {de: "Auflagen wirken nur, wenn jemand nachfragt.", en: Conditions work only if somebody asks.}
// remedy: {de: Stand der Auflagen beim Amt erfragen., en: Ask the office how the conditions stand.}
// params:
//   verdict:
//     kind: choice
//     title: [Urteil, Verdict]
//     help: ["Nur dieses Urteil; leer: alle ausser bewilligt.", "This verdict only; empty: all but approved."]
//     words:
//       conditional: [mit Auflagen, conditional]
//       rework: [Nacharbeit, rework]
//       rejected: [abgelehnt, rejected]
//       approved: [bewilligt, approved]
// returns: [date, review_id, label, subject, verdict, conditions, office]
// columns:
//   date: [Datum, Date]
//   review_id: [ID, ID, Review]
//   label: [Typ, Type, "*"]
//   subject: [Gegenstand, Subject]
//   verdict: [Urteil, Verdict, Review.verdict]
//   conditions: [Auflagen, Conditions]
//   office: [Zuständiges Amt, Owned by]
MATCH (r:Review)-[:REVIEWS]->(n:Fact)
WHERE r.verdict = coalesce($verdict, r.verdict) AND ($verdict IS NOT NULL OR r.verdict <> 'approved')
OPTIONAL MATCH (n)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN r.date AS date, r.id AS review_id, [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n.name AS subject,
       r.verdict AS verdict, r.conditions AS conditions, o.name AS office
ORDER BY date DESC, review_id, subject
