// title: {de: Betrieb ausserhalb der Schweiz, en: Operation outside Switzerland}
// group: hosting
// question:
//   de: "Welche Betriebsumgebungen liegen ausserhalb des gewählten Rechtsraums, und was läuft dort?"
//   en: "Which environments lie outside the chosen jurisdiction, and what runs there?"
// why:
//   de: Im Ausland gilt fremdes Recht; das will bewusst entschieden sein.
//   en: Abroad another law applies; that should be decided knowingly.
// remedy:
//   de: "Rechtsgrundlage und Verschlüsselung prüfen, sonst in den Rechtsraum zurückholen."
//   en: "Check legal basis and encryption, else bring it back."
// params:
//   home:
//     kind: choice
//     title: [Rechtsraum, Jurisdiction]
//     help: ["Der Rechtsraum, der als Inland gilt.", The jurisdiction that counts as home.]
//     default: CH
//     words:
//       CH: [Schweiz, Switzerland]
//       EU: [EU, EU]
//       UK: [Vereinigtes Königreich, United Kingdom]
//       US: [USA, United States]
// returns: [hosting_id, hosting, jurisdiction, operator, applications, sensitive, names]
// columns:
//   hosting_id: [ID, ID, Hosting]
//   hosting: [Betriebsumgebung, Hosting]
//   jurisdiction: [Rechtsraum, Jurisdiction, Hosting.jurisdiction]
//   operator: [Betrieben von, Operated by]
//   applications: [Applikationen, Applications]
//   sensitive: [davon mit besonders schützenswerten Daten, of these with sensitive data]
//   names: [Welche, Which]
MATCH (h:Hosting)
WHERE h.jurisdiction <> $home
OPTIONAL MATCH (h)-[:OPERATED_BY]->(by)
OPTIONAL MATCH (h)<-[:HOSTED_ON]-(a:Application)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
WITH h, by, a
ORDER BY a.name, a.id
WITH h, by, count(a) AS applications, sum(CASE a.personal_data WHEN 'sensitive' THEN 1 ELSE 0 END) AS sensitive,
     collect(a.name) AS names
RETURN h.id AS hosting_id, h.name AS hosting, h.jurisdiction AS jurisdiction, by.name AS operator, applications,
       sensitive, names
ORDER BY sensitive DESC, applications DESC, hosting, hosting_id
