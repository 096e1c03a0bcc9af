// title: {de: "Leistungen, die noch nicht online sind", en: Services not online yet}
// group: organisation
// question:
//   de: Welche Leistungen erreichen die gewünschte digitale Reife nicht?
//   en: Which services do not reach the digital maturity wanted?
// why:
//   de: "Zeigt, wo die Bevölkerung noch vorbeikommen oder schreiben muss."
//   en: Shows where people still must come by or write.
// remedy:
//   de: Leistungen mit vorhandener Applikation zuerst online bringen.
//   en: Bring services that have an application online first.
// params:
//   maturity:
//     kind: integer
//     title: [Reife unter, Maturity below]
//     help: [Leistungen unter dieser Stufe (1 bis 5)., Services below this level (1 to 5).]
//     default: 4
//     low: 2
//     high: 5
//   office:
//     kind: fact
//     title: [Amt, Office]
//     help: ["Nur Leistungen dieses Amtes; leer: alle.", "Services of this office only; empty: all."]
//     of: [OrganisationUnit]
// returns: [service_id, service, office, channel, digital_maturity, applications]
// columns:
//   service_id: [ID, ID, Service]
//   service: [Leistung, Service]
//   office: [Angeboten von, Offered by]
//   channel: [Kanal, Channel, Service.channel]
//   digital_maturity: [Digitale Reife, Digital maturity]
//   applications: [Applikationen, Applications]
MATCH (l:Service)
WHERE l.digital_maturity < $maturity
OPTIONAL MATCH (l)-[:OFFERED_BY]->(o:OrganisationUnit)
WITH l, o
WHERE $office IS NULL OR o.id = $office
OPTIONAL MATCH (l)-[:REALISED_BY]->(a:Application)
WITH l, o, a
ORDER BY a.name, a.id
WITH l, o, collect(a.name) AS applications
RETURN l.id AS service_id, l.name AS service, o.name AS office, l.channel AS channel,
       l.digital_maturity AS digital_maturity, applications
ORDER BY digital_maturity, office, service, service_id
