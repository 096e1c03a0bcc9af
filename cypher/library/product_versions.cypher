// title: {de: Versionen nebeneinander, en: Versions side by side}
// group: technology
// question:
//   de: Welches Technologieprodukt ist in mehreren Versionen zugleich im Einsatz?
//   en: Which technology product is in use in several versions at once?
// why:
//   de: Mehrere Versionen desselben Produkts sind der einfachste Anfang einer Vereinheitlichung.
//   en: Several versions of one product are the easiest start of a harmonisation.
// remedy:
//   de: Alte Versionen auf die neuste eingesetzte anheben.
//   en: Lift old versions to the newest one in use.
// params:
//   versions:
//     kind: integer
//     title: [Mindestens Versionen, At least versions]
//     help: [Mindestens Versionen, At least versions]
//     default: 2
//     low: 2
//     high: 50
// returns: [product, versions, uses, applications]
// columns:
//   product: [Produkt (endoflife.date), Product (endoflife.date)]
//   versions: [Versionen, Versions]
//   uses: [Einsätze, Uses]
//   applications: [Applikationen, Applications]
MATCH (t:Technology)<-[:BUILT_WITH]-(part)
WHERE t.lifecycle_slug IS NOT NULL
WITH t, count(part) AS uses, sum(CASE WHEN part:Application THEN 1 ELSE 0 END) AS applications
ORDER BY t.name, t.id
WITH t.lifecycle_slug AS product, collect(t.name) AS versions, sum(uses) AS uses, sum(applications) AS applications
WHERE size(versions) >= $versions
RETURN product, versions, uses, applications
ORDER BY size(versions) DESC, product
