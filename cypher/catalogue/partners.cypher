// title: What a fact is linked with
// question: Which facts does this one point to, and which point to it?
// why: A fact is understood by its neighbours.
// remedy: Correct the link in the workbook it comes from.
// params: {label: label of the fact, id: its id}
// returns: [relationship, outwards, label, id, name]
MATCH (n:Fact {id: $id})
WHERE $label IN labels(n)
CALL (n) {
  MATCH (n)-[r]->(partner:Fact)
  RETURN type(r) AS relationship, true AS outwards, partner
  UNION ALL
  MATCH (n)<-[r]-(partner:Fact)
  RETURN type(r) AS relationship, false AS outwards, partner
}
WITH relationship, outwards, [label IN labels(partner) WHERE label <> 'Fact'][0] AS label,
     partner.id AS id, partner.name AS name
RETURN relationship, outwards, label, id, name
ORDER BY relationship, outwards, label, toLower(coalesce(name, id)), id
