// title: {de: Eingeführte Technologien und ihre Vorgaben, en: Introduced technologies and their standards}
// question:
//   de: Wie lange werden die neuen Technologien unterstützt, und welche Vorgaben sprechen gegen sie?
//   en: How long are the new technologies supported, and which standards speak against them?
// why:
//   de: Neues soll nicht mit einer untersagten oder auslaufenden Technologie beginnen.
//   en: Nothing new should begin with a technology that is forbidden or running out.
// remedy:
//   de: Lebensende der Technologie und Gültigkeit der Vorgabe nachtragen.
//   en: Complete the technology's end of life and the validity of the standard.
// params: {}
// returns: [id, name, ends, standards]
MATCH (t:Technology)
WHERE EXISTS { (t)<-[:INTRODUCES]-(:Initiative) }
OPTIONAL MATCH (t)<-[:APPLIES_TO]-(s:Standard)
WHERE s.verdict IN ['forbidden', 'phase_out']
WITH t, s,
     [(s)<-[:DEVIATES_FROM]-(d:Deviation)-[:CONCERNS]->(subject) WHERE subject = t OR subject:Initiative |
      [d.until, coalesce(d.name, d.id), CASE WHEN subject:Initiative THEN subject.id END]] AS granted
ORDER BY s.id
WITH t, collect([s.valid_from, s.valid_until, coalesce(s.name, s.id), s.verdict, granted]) AS found
RETURN t.id AS id, coalesce(t.name, t.id) AS name, coalesce(t.end_of_life, t.support_ends) AS ends,
       [one IN found WHERE one[2] IS NOT NULL] AS standards
ORDER BY id
