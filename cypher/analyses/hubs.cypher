// title: {de: Drehscheiben, en: Hubs}
// question:
//   de: Welche Applikationen und Datenbestände sind am stärksten verbunden, und wie viele hängen von ihnen ab?
//   en: Which applications and data stores are the most connected, and how many depend on them?
// why:
//   de: Wer eine Drehscheibe ändert oder ablöst, bewegt den halben Kanton; hier lohnt sich Sorgfalt am meisten.
//   en: Whoever changes or replaces a hub moves half the canton; here care pays most.
// remedy:
//   de: Schnittstellen der Drehscheiben zuerst standardisieren, dokumentieren und überwachen; Ersatz früh planen.
//   en: Standardise, document and watch the interfaces of hubs first; plan their replacement early.
// params: {}
// returns: [relationship, starts, ends]
MATCH (a)-[r:CONSUMED_BY|DEPENDS_ON|HOLDS|OWNED_BY|PROVIDES|REALISED_BY|RUNS_OVER|USED_BY|USES]->(b)
RETURN type(r) AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
ORDER BY relationship
