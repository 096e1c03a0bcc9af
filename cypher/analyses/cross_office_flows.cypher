// title: {de: Datenflüsse zwischen Ämtern, en: Flows between offices}
// question:
//   de: Welches Amt liefert welchem wie viele Daten, worüber, und welche Systeme stehen dahinter?
//   en: Which office sends data to which, how much, about what, and which systems stand behind it?
// why:
//   de: Wo viel zwischen zwei Ämtern fliesst, lohnt sich eine gemeinsame Lösung; wer umbaut, muss die Partner kennen.
//   en: Where much flows between two offices a shared solution pays; whoever rebuilds must know the partners.
// remedy:
//   de: Starke Flüsse über die Plattform führen und vereinbaren; fehlende Zuständigkeiten nachtragen.
//   en: Lead strong flows over the platform and agree on them; add owners that are missing.
// params: {}
// returns: [relationship, starts, ends]
MATCH (a)-[r:CARRIES|CONSUMED_BY|HOLDS|OWNED_BY|PROVIDES]->(b)
RETURN type(r) AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
ORDER BY relationship
