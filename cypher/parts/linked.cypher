// title: {de: Wer verknüpft ist, en: Who is linked}
// question:
//   de: Welche Einträge haben eine Beziehung dieses Typs?
//   en: Which facts have a link of this type?
// why:
//   de: Eine leere Beziehung ist eine fehlende Angabe wie ein leeres Feld.
//   en: A missing link is a missing answer like an empty field.
// remedy:
//   de: Die Partner an der Quelle eintragen.
//   en: Record the partners at their source.
// params:
//   out: relationship types a fact declares away from itself
//   back: relationship types it declares towards itself
// returns: [kind, nodes]
CALL {
  MATCH (n:Fact)-[r]->()
  WHERE type(r) IN $out
  RETURN type(r) AS kind, collect(DISTINCT id(n)) AS nodes
  UNION ALL
  MATCH (n:Fact)<-[r]-()
  WHERE type(r) IN $back
  RETURN type(r) AS kind, collect(DISTINCT id(n)) AS nodes
}
RETURN kind, nodes
ORDER BY kind
