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
// returns: [encrypted, interfaces]
MATCH (n:Interface)
WHERE NOT coalesce(n.status, '') IN ['planned', 'retired']
RETURN n.encrypted AS encrypted, collect(id(n)) AS interfaces
ORDER BY encrypted
