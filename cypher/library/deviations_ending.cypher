// title: {de: Auslaufende Ausnahmen, en: Deviations that end}
// group: standards
// question:
//   de: Welche Ausnahmebewilligungen laufen in den nächsten Monaten ab oder sind abgelaufen?
//   en: "Which deviations end in the coming months, or have ended?"
// why:
//   de: Eine abgelaufene Ausnahme ist eine Abweichung ohne Bewilligung.
//   en: An ended deviation is a breach without permission.
// remedy:
//   de: "Auflage prüfen: erfüllt, verlängern oder durchsetzen."
//   en: "Check the condition: met, extend, or enforce."
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
//     low: 0
//     high: 240
// returns: [until, deviation_id, label, subject, standard, condition, decided_by]
// columns:
//   until: [Gültig bis, Until]
//   deviation_id: [ID, ID, Deviation]
//   label: [Typ, Type, "*"]
//   subject: [Gegenstand, Subject]
//   standard: [Standard, Standard]
//   condition: [Auflage, Condition]
//   decided_by: [Entschieden von, Decided by]
MATCH (d:Deviation)
WHERE d.until <= date($day) + duration({months: $months})
OPTIONAL MATCH (d)-[:CONCERNS]->(n:Fact)
OPTIONAL MATCH (d)-[:DEVIATES_FROM]->(s:Standard)
RETURN d.until AS until, d.id AS deviation_id, [label IN labels(n) WHERE label <> 'Fact'][0] AS label,
       n.name AS subject, s.name AS standard, d.condition AS condition, d.decided_by AS decided_by
ORDER BY until, deviation_id
