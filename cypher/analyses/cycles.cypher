// title: {de: Kreise von Abhängigkeiten und Datenflüssen, en: Cycles of dependency and of flows}
// question:
//   de: Welche Applikationen hängen im Kreis voneinander ab, und wo fliessen Daten im Kreis?
//   en: Which applications depend on each other in a circle, and where does data flow in a circle?
// why:
//   de: Im Kreis lässt sich nichts einzeln ablösen, anhalten oder wieder anfahren; Fehler laufen rundum.
//   en: In a circle nothing can be replaced, stopped or started by itself; errors go round.
// remedy:
//   de: Die schwächste Beziehung im gezeigten Kreis lösen, zum Beispiel mit einer Nachricht statt einem Aufruf.
//   en: Cut the weakest link of the cycle shown, for example by a message instead of a call.
// params: {}
// returns: [relationship, starts, ends]
MATCH (a)-[r:CONSUMED_BY|DEPENDS_ON|HOLDS|OWNED_BY|PROVIDES]->(b)
RETURN type(r) AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
ORDER BY relationship
