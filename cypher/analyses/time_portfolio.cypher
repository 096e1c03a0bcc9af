// title: {de: Portfolio nach TIME, en: Portfolio by TIME}
// question:
//   de: Welche Applikationen soll man tolerieren, ausbauen, ablösen, abschalten, und stimmt das mit dem Entscheid überein?
//   en: Which applications should be tolerated, invested in, migrated, eliminated, and does the recorded decision agree?
// why:
//   de: >-
//     Geschäftswert und Eignung sagen, wo sich Geld lohnt. Wo Angaben fehlen, wird nicht geraten: dann bleiben mehrere
//     Quadranten möglich. Gewichte und Grenzen stehen in portfolio.yaml.
//   en: >-
//     Business value and fit tell where money is well spent. Where answers are missing nothing is guessed: several
//     quadrants then remain possible. Weights and limits stand in portfolio.yaml.
// remedy:
//   de: Widersprüche mit dem Amt klären; für Unentschiedenes die fehlenden Beurteilungen erfragen; Fälliges planen.
//   en: Settle contradictions with the office; ask for the missing assessments of what is undecided; plan what is due.
// params: {}
// returns: [decided]
MATCH (a:Application)
WHERE a.decision IS NOT NULL
WITH a
ORDER BY a.id
RETURN collect([a.id, a.decision, a.decision_note]) AS decided
