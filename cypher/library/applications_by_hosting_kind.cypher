// title: {de: Applikationen nach Betriebsart, en: Applications by kind of hosting}
// group: hosting
// question:
//   de: "Wie viele Applikationen laufen im Rechenzentrum, auf Servern oder in der Cloud, und was kosten sie?"
//   en: "How many applications run in data centres, on servers or in the cloud, and what do they cost?"
// why:
//   de: "Zeigt, wie weit eine Cloud- oder Rechenzentrumsstrategie wirklich ist."
//   en: Shows how far a cloud or data centre strategy really is.
// remedy:
//   de: Ziele je Betriebsart festlegen und die Abweichungen mit den Ämtern besprechen.
//   en: Set goals for each kind and discuss deviations with the offices.
// params:
//   office:
//     kind: fact
//     title: [Amt, Office]
//     help: ["Nur Applikationen dieses Amtes; leer: alle.", "Applications of this office only; empty: all."]
//     of: [OrganisationUnit]
// returns: [kind, jurisdiction, applications, sensitive, run_cost]
// columns:
//   kind: [Betriebsart, Kind of hosting, Hosting.kind]
//   jurisdiction: [Rechtsraum, Jurisdiction, Hosting.jurisdiction]
//   applications: [Applikationen, Applications]
//   sensitive: [davon mit besonders schützenswerten Daten, of these with sensitive data]
//   run_cost: [Betriebskosten (CHF/Jahr), Run cost (CHF/year)]
MATCH (a:Application)-[:HOSTED_ON]->(h:Hosting)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
      AND ($office IS NULL OR EXISTS { (a)-[:OWNED_BY]->(:OrganisationUnit {id: $office}) })
WITH DISTINCT a, h.kind AS kind, h.jurisdiction AS jurisdiction
RETURN kind, jurisdiction, count(a) AS applications,
       sum(CASE a.personal_data WHEN 'sensitive' THEN 1 ELSE 0 END) AS sensitive,
       sum(coalesce(a.run_cost, 0)) AS run_cost
ORDER BY applications DESC, kind, jurisdiction
