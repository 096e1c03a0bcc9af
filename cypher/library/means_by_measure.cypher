// title: {de: Mittel je Massnahme, en: Means by measure}
// group: initiatives
// question:
//   de: Wie verteilen sich Vorhaben und Geld auf die Massnahmen der Programme?
//   en: How are initiatives and money spread over the measures of the programmes?
// why:
//   de: "Zeigt Massnahmen, hinter denen kein Vorhaben und kein Geld steht."
//   en: Shows measures with no initiative and no money behind them.
// remedy:
//   de: Mittel der Wichtigkeit der Massnahmen anpassen.
//   en: Adapt means to the weight of the measures.
// params: {}
// returns: [programme, measure, initiatives, budget, spent, states]
// columns:
//   programme: [Programm, Programme]
//   measure: [Massnahme, Measure]
//   initiatives: [Vorhaben, Initiatives]
//   budget: [Budget (CHF), Budget (CHF)]
//   spent: [Ausgegeben (CHF), Spent (CHF)]
//   states: [Status, Status, Initiative.status]
MATCH (v:Initiative)
WHERE v.measure IS NOT NULL
WITH v
ORDER BY v.status
RETURN v.programme AS programme, v.measure AS measure, count(v) AS initiatives, sum(coalesce(v.budget, 0)) AS budget,
       sum(coalesce(v.spent, 0)) AS spent, collect(DISTINCT v.status) AS states
ORDER BY programme, measure
