// title: {de: Applikationen eines Lieferanten, en: Applications of a supplier}
// group: cost
// question:
//   de: "Welche Applikationen eines Lieferanten setzen welche Ämter ein, und wann enden die Verträge?"
//   en: "Which applications of a supplier do which offices use, and when do the contracts end?"
// why:
//   de: "Wer gemeinsam verhandelt, muss wissen, wer was bis wann gebunden hat."
//   en: Whoever negotiates together must know who is bound to what until when.
// remedy:
//   de: Verträge auf einen Termin ausrichten und gemeinsam erneuern.
//   en: Align contracts to one date and renew them together.
// params:
//   supplier:
//     kind: fact
//     title: [Lieferant, Supplier]
//     help: ["Der Lieferant; leer: alle.", "The supplier; empty: all."]
//     of: [Supplier]
// returns: [supplier, id, application, office, product, contract_end, notice_months, run_cost]
// columns:
//   supplier: [Lieferant, Supplier]
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   product: [Produkt, Product]
//   contract_end: [Vertragsende, Contract end]
//   notice_months: [Frist (Monate), Notice (months)]
//   run_cost: [Betriebskosten (CHF/Jahr), Run cost (CHF/year)]
MATCH (a:Application)-[:SUPPLIED_BY]->(s:Supplier)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired'] AND ($supplier IS NULL OR s.id = $supplier)
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN s.name AS supplier, a.id AS id, a.name AS application, o.name AS office, a.product AS product,
       a.contract_end AS contract_end, a.notice_months AS notice_months, a.run_cost AS run_cost
ORDER BY supplier, s.id, contract_end, application, id
