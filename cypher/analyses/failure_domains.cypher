// title: {de: Ausfallgemeinschaften, en: Failure domains}
// question:
//   de: Was teilt sich eine Umgebung, ein Rechenzentrum, einen Lieferanten, einen Betreiber oder eine zuständige Funktion?
//   en: What shares a hosting, a data centre, a supplier, an operator or one responsible function?
// why:
//   de: Was zusammen steht, fällt zusammen aus, durch Brand, Konkurs, Kündigung oder Krankheit.
//   en: What stands together fails together, by fire, bankruptcy, notice or illness.
// remedy:
//   de: Kritisches verteilen, Stellvertretung und Ausstieg regeln, Wiederanlauf für die ganze Gemeinschaft üben.
//   en: Spread what is critical, settle stand-ins and exits, practise recovery for the whole domain.
// params: {}
// returns: [relationship, starts, ends]
MATCH (a)-[r:DEPENDS_ON|HOLDS|HOSTED_ON|LOCATED_IN|OFFERED_BY|OPERATED_BY|PART_OF|REALISED_BY|SUPPLIED_BY|USES]->(b)
RETURN type(r) AS relationship, collect(id(a)) AS starts, collect(id(b)) AS ends
ORDER BY relationship
