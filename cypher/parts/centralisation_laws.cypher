// title: Legal bases of the data of some applications
// question: On which laws does the data these applications hold or exchange rest?
// why: Data kept under different laws must not simply be put together.
// remedy: Nothing to mend here.
// params:
//   nodes: ids of nodes of the applications
// returns: [apps, laws]
CALL () {
  MATCH (a:Application)-[:HOLDS]->(:DataStore)-[:CONTAINS]->(o:DataObject)
  WHERE id(a) IN $nodes AND o.legal_basis IS NOT NULL
  RETURN id(a) AS app, o.legal_basis AS law
  UNION
  MATCH (a:Application)<-[:LED_BY]-(o:DataObject)
  WHERE id(a) IN $nodes AND o.legal_basis IS NOT NULL
  RETURN id(a) AS app, o.legal_basis AS law
}
WITH app, law
ORDER BY app, law
RETURN collect(app) AS apps, collect(law) AS laws
