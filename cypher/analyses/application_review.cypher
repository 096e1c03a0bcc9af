// title: {de: 'Portfolio nach vier R: überdenken, belohnen, erneuern, entfernen', en: 'Portfolio by four Rs: review, reward, refresh, remove'}
// question:
//   de: Welche Applikationen verdienen Pflege, neue Technik, eine bessere Nutzung oder das Ende?
//   en: Which applications deserve care, new technology, better use, or an end?
// why:
//   de: >-
//     Hoher Nutzen und gute Technik: belohnen (Reward). Hoher Nutzen auf schwacher Technik: erneuern (Refresh). Gute
//     Technik mit wenig Nutzen: überdenken, anders oder besser nutzen (Review). Keines von beiden: entfernen (Remove).
//     Nutzen ist Geschäftswert und fachliche Eignung, Technik die technische Eignung; Gewichte und Grenzen stehen in
//     portfolio.yaml.
//   en: >-
//     High benefit and good technology: reward. High benefit on poor technology: refresh. Good technology of little
//     benefit: review, that is use it better or for something else. Neither: remove. Benefit is business value and
//     functional fit, technology is technical fit; weights and limits stand in portfolio.yaml.
// remedy:
//   de: Je Gruppe vorgehen, wie die Zeile es sagt; für Unentschiedenes die fehlenden Beurteilungen erfragen.
//   en: Proceed by group as the line says; ask for the missing assessments of what is undecided.
// params: {}
// returns: [ways_out]
MATCH (a:Application)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired']
OPTIONAL MATCH (a)-[:SUCCEEDED_BY]->(next:Application)
OPTIONAL MATCH (a)-[:SUPPORTS]->(:BusinessCapability)-[:HAS_STANDARD_SOLUTION]->(standard:Application)
WHERE standard <> a
WITH a, min(coalesce(next.name, next.id)) AS successor, min(coalesce(standard.name, standard.id)) AS solution
WHERE successor IS NOT NULL OR solution IS NOT NULL
WITH a, successor, solution
ORDER BY a.id
RETURN collect([a.id, successor, solution]) AS ways_out
