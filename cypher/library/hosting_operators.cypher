// title: {de: Wer betreibt was, en: Who operates what}
// group: hosting
// question:
//   de: Welche Lieferanten und Ämter betreiben wie viele Umgebungen und Applikationen?
//   en: Which suppliers and offices operate how many environments and applications?
// why:
//   de: Zeigt Abhängigkeit von einzelnen Betreibern und Betrieb neben der zentralen Informatik.
//   en: "Shows dependence on single operators, and operation beside the central IT."
// remedy:
//   de: Betrieb bei wenigen Stellen bündeln; Ausstieg vertraglich regeln.
//   en: Bundle operation in few places; settle the exit by contract.
// params:
//   least:
//     kind: integer
//     title: [Mindestens Applikationen, At least applications]
//     help: [Mindestens Applikationen, At least applications]
//     default: 1
//     low: 0
//     high: 10000
// returns: [label, operator, hostings, applications, jurisdictions]
// columns:
//   label: [Typ, Type, "*"]
//   operator: [Betrieben von, Operated by]
//   hostings: [Betriebsumgebungen, Hostings]
//   applications: [Applikationen, Applications]
//   jurisdictions: [Rechtsräume, Jurisdictions, Hosting.jurisdiction]
MATCH (h:Hosting)-[:OPERATED_BY]->(by:Fact)
OPTIONAL MATCH (h)<-[:HOSTED_ON]-(a:Application)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
WITH by, h, a
ORDER BY h.jurisdiction
WITH by, count(DISTINCT h) AS hostings, count(DISTINCT a) AS applications,
     collect(DISTINCT h.jurisdiction) AS jurisdictions
WHERE applications >= $least
RETURN [label IN labels(by) WHERE label <> 'Fact'][0] AS label, by.name AS operator, hostings, applications,
       jurisdictions
ORDER BY applications DESC, operator, by.id
