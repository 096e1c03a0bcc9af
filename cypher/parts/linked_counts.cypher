// title: {de: Wie viele verknüpft sind, en: How many are linked}
// question:
//   de: Wie viele Einträge jedes Typs haben eine Beziehung dieses Typs?
//   en: How many facts of each type have a link of this type?
// why:
//   de: Eine leere Beziehung ist eine fehlende Angabe wie ein leeres Feld.
//   en: A missing link is a missing answer like an empty field.
// remedy:
//   de: Die Partner an der Quelle eintragen.
//   en: Record the partners at their source.
// params:
//   out: relationship types a fact declares away from itself
//   back: relationship types it declares towards itself
// returns: [label, kind, facts]
CALL {
  MATCH (n:Fact)-[r]->()
  WHERE type(r) IN $out
  RETURN [one IN labels(n) WHERE one <> 'Fact'][0] AS label, type(r) AS kind, count(DISTINCT n) AS facts
  UNION ALL
  MATCH (n:Fact)<-[r]-()
  WHERE type(r) IN $back
  RETURN [one IN labels(n) WHERE one <> 'Fact'][0] AS label, type(r) AS kind, count(DISTINCT n) AS facts
}
RETURN label, kind, facts
ORDER BY label, kind
