// title: {de: Zuständige Funktionen, en: Responsible functions}
// question:
//   de: Welche Funktion verantwortet welche Applikationen, fachlich und technisch?
//   en: Which function is in charge of which applications, in business and in IT?
// why:
//   de: Fällt eine Funktion aus, fehlt allen ihren Applikationen die Zuständigkeit.
//   en: If a function is vacant, all its applications lack somebody in charge.
// remedy:
//   de: Stellvertretungen regeln; fehlende Zuständigkeiten nachtragen.
//   en: Settle stand-ins; add responsibilities that are missing.
// params: {}
// returns: [kind, name, nodes]
MATCH (a:Application)
UNWIND [['business_owner', a.business_owner], ['it_owner', a.it_owner]] AS pair
WITH a, pair[0] AS kind, pair[1] AS name
WHERE name IS NOT NULL
RETURN kind, name, collect(id(a)) AS nodes
ORDER BY kind, name
