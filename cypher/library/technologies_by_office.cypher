// title: {de: Technologien je Amt, en: Technologies by office}
// group: technology
// question:
//   de: "Welche Datenbanksysteme, Sprachen oder Betriebssysteme setzt welches Amt in welcher Version ein?"
//   en: "Which DBMSs, languages or operating systems does each office use, in which version?"
// why:
//   de: "Jede zusätzliche Version braucht Wissen, Lizenzen und Wartung."
//   en: "Every further version needs knowledge, licences and maintenance."
// remedy:
//   de: Auf eine bevorzugte Version je Art zusammenführen; Ausnahmen befristen.
//   en: Move to one preferred version of each kind; limit exceptions in time.
// params:
//   kind:
//     kind: choice
//     title: [Art, Kind]
//     help: [Art der Technologie., Kind of technology.]
//     default: dbms
//     words:
//       dbms: [Datenbanksystem, DBMS]
//       operating_system: [Betriebssystem, Operating system]
//       language: [Programmiersprache, Language]
//       framework: [Framework, Framework]
//       middleware: [Middleware, Middleware]
//       product: [Produkt, Product]
// returns: [technology_id, technology, office, applications, names, end_of_life]
// columns:
//   technology_id: [ID, ID, Technology]
//   technology: [Technologie, Technology]
//   office: [Zuständiges Amt, Owned by]
//   applications: [Applikationen, Applications]
//   names: [Welche, Which]
//   end_of_life: [Lebensende, End of life]
MATCH (t:Technology {kind: $kind})<-[:BUILT_WITH]-(part)
WHERE part:Application OR part:DataStore
OPTIONAL MATCH (part)<-[:HOLDS]-(holder:Application)
WITH t, CASE WHEN part:Application THEN part ELSE holder END AS a
MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
WITH DISTINCT t, o, a
ORDER BY a.name, a.id
WITH t, o, count(a) AS applications, collect(a.name) AS names
RETURN t.id AS technology_id, t.name AS technology, o.name AS office, applications, names, t.end_of_life AS end_of_life
ORDER BY technology, technology_id, office, o.id
