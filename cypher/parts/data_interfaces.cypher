// title: {de: Schnittstellen in Betrieb, en: Interfaces in operation}
// question:
//   de: Welche Schnittstellen übertragen heute Daten?
//   en: Which interfaces carry data today?
// why:
//   de: Über geplante und abgeschaltete fliesst nichts.
//   en: Nothing flows over those planned or switched off.
// remedy:
//   de: Den Status an der Quelle nachführen.
//   en: Keep the status current at its source.
// params: {}
// returns: [interfaces, encrypted]
/* 1 encrypted, 0 not, -1 not known: lists of numbers are cheap for the driver. */
MATCH (n:Interface)
WHERE n.id > '' AND NOT coalesce(n.status, '') IN ['planned', 'retired']
WITH n
ORDER BY n.id
RETURN collect(id(n)) AS interfaces, collect(CASE WHEN n.encrypted IS NULL THEN -1 WHEN n.encrypted THEN 1 ELSE 0 END) AS encrypted
