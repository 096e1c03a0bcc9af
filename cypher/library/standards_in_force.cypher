// title: {de: Geltende Vorgaben, en: Standards in force}
// group: standards
// question:
//   de: "Welche Vorgaben gelten am gewählten Tag, wofür, und wie viele Ausnahmen gibt es?"
//   en: "Which standards are in force on the chosen day, for what, and how many deviations are there?"
// why:
//   de: "Viele Ausnahmen zu einer Vorgabe sind ein Zeichen, dass sie nicht passt."
//   en: Many deviations from a standard are a sign that it does not fit.
// remedy: {de: Vorgaben mit vielen Ausnahmen überprüfen., en: Review standards with many deviations.}
// params:
//   day:
//     kind: date
//     title: [Stichtag, Day]
//     help: ["Der Tag, für den die Antwort gilt; sonst heute.", The day the answer holds for; else today.]
//   domain:
//     kind: choice
//     title: [Bereich, Domain]
//     help: ["Nur diesen Bereich; leer: alle.", "This domain only; empty: all."]
//     words:
//       software: [Software, Software]
//       interface: [Schnittstellen, Interface]
//       data: [Daten, Data]
//       data_centre: [Rechenzentrum, Data centre]
//       security: [Sicherheit, Security]
//       network: [Netzwerk, Network]
//       hardware: [Hardware, Hardware]
// returns: [standard_id, standard, domain, verdict, applies_to, deviations, valid_until, rule]
// columns:
//   standard_id: [ID, ID, Standard]
//   standard: [Standard, Standard]
//   domain: [Bereich, Domain, Standard.domain]
//   verdict: [Urteil, Verdict, Standard.verdict]
//   applies_to: [Gilt für, Applies to]
//   deviations: [Ausnahmen, Deviations]
//   valid_until: [Gültig bis, Valid until]
//   rule: [Regel, Rule]
MATCH (s:Standard)
WHERE coalesce(s.valid_from, $day) <= $day AND coalesce(s.valid_until, $day) >= $day
      AND ($domain IS NULL OR s.domain = $domain)
RETURN s.id AS standard_id, s.name AS standard, s.domain AS domain, s.verdict AS verdict,
       COUNT { (s)-[:APPLIES_TO]->() } AS applies_to,
       COUNT { MATCH (s)<-[:DEVIATES_FROM]-(d:Deviation) WHERE coalesce(d.until, $day) >= $day } AS deviations,
       s.valid_until AS valid_until, s.rule AS rule
ORDER BY deviations DESC, domain, standard, standard_id
