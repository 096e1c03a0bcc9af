// title: {de: Auswirkung eines Ausfalls, en: Impact of a failure}
// question:
//   de: Was leidet, wenn dieser Eintrag ausfällt, in welcher Entfernung und auf welchem Weg?
//   en: What suffers when this fact fails, at what distance and along which path?
// why:
//   de: Vor einer Abschaltung, einem Umzug oder nach einem Vorfall muss man wissen, wen es trifft.
//   en: Before a shutdown or a move, and after an incident, one must know who is hit.
// remedy:
//   de: Die betroffenen Ämter informieren; wo ein Weg nicht stimmt, die Beziehung an ihrer Quelle berichtigen.
//   en: Inform the offices concerned; where a path is wrong, correct the link at its source.
// params:
//   label: label of the fact that fails
//   id: its id
//   hops: how far to look
//   start_suffers: relationship types whose start suffers when their end fails
//   end_suffers: relationship types whose end suffers when their start fails
//   ends: labels of facts that suffer but pass nothing on
//   only: label of the facts to tell, or null for all
// returns: [label, id, name, distance, path, owner]
MATCH (origin:Fact {id: $id})
WHERE $label IN labels(origin)
WITH [origin] AS known, [{node: origin, path: [$label, coalesce(origin.name, origin.id)]}] AS front, [] AS hits
// One block a step: each looks one link further, from what the step before found. A pattern of variable length would walk
// every path there is, and there are more of them than anyone can wait for; this way each fact is met once.
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 1 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 2 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 3 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 4 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 5 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 6 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 7 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 8 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 9 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 10 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 11 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
CALL (known, front) {
  UNWIND CASE WHEN $hops >= 12 THEN front ELSE [] END AS one
  WITH known, one.node AS a, one.path AS path
  CALL (a) {
    MATCH (a)-[r]->(b:Fact) WHERE type(r) IN $end_suffers RETURN r, b
    UNION ALL
    MATCH (a)<-[r]-(b:Fact) WHERE type(r) IN $start_suffers RETURN r, b
  }
  WITH a, path, r, b
  WHERE NOT b IN known
  ORDER BY a.id, path, type(r)
  WITH b, collect([path, type(r)])[0] AS first
  WITH b, first[0] AS path, first[1] AS relationship, [label IN labels(b) WHERE label <> 'Fact'][0] AS label
  RETURN collect({node: b, label: label, path: path + [relationship, label, coalesce(b.name, b.id)]}) AS found
}
WITH known + [one IN found | one.node] AS known, [one IN found WHERE NOT one.label IN $ends] AS front, hits + found AS hits
UNWIND hits AS hit
WITH hit.node AS node, hit.label AS label, hit.path AS path
WHERE $only IS NULL OR label = $only
WITH node, label, path, CASE
       WHEN label = 'OrganisationUnit' THEN node
       ELSE coalesce(
         head([(node)-[:OWNED_BY|OFFERED_BY]->(unit:OrganisationUnit) | unit]),
         head([(node)<-[:HOLDS|PROVIDES]-(:Application)-[:OWNED_BY]->(unit:OrganisationUnit) | unit])
       )
     END AS unit
RETURN label, node.id AS id, node.name AS name, (size(path) - 2) / 3 AS distance, path,
       coalesce(unit.name, unit.id) AS owner
ORDER BY distance, label, toLower(coalesce(name, id)), id
