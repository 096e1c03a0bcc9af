// title: {de: Verfügbarkeit unter Bedarf, en: Availability below need}
// group: hosting
// question:
//   de: "Welche Applikationen mit hohem Bedarf an Verfügbarkeit laufen auf Umgebungen, die das nicht versprechen?"
//   en: Which applications with a high need for availability run on environments that do not promise it?
// why:
//   de: "Der Bedarf ist anerkannt, der Betrieb löst ihn nicht ein."
//   en: "The need is acknowledged, operation does not meet it."
// remedy:
//   de: Auf eine Umgebung der passenden Klasse verschieben oder den Bedarf neu beurteilen.
//   en: "Move to an environment of the right class, or assess the need anew."
// params:
//   need:
//     kind: choice
//     title: [Bedarf mindestens, Need at least]
//     help: [Von diesem Bedarf an., From this need on.]
//     default: high
//     words:
//       high: [hoch, high]
//       very_high: [sehr hoch, very high]
// returns: [id, application, office, availability, hosting, availability_class]
// columns:
//   id: [ID, ID, Application]
//   application: [Applikation, Application]
//   office: [Zuständiges Amt, Owned by]
//   availability: [Bedarf, Need, Application.availability]
//   hosting: [Betriebsumgebung, Hosting]
//   availability_class: [Klasse der Umgebung, Class of hosting, Hosting.availability_class]
MATCH (a:Application)-[:HOSTED_ON]->(h:Hosting)
WHERE NOT coalesce(a.status, '') IN ['planned', 'retired'] AND (a.availability = 'very_high' OR a.availability = $need)
      AND h.availability_class IN CASE a.availability WHEN 'high' THEN ['basic', 'standard']
                                  ELSE ['basic', 'standard', 'high'] END
OPTIONAL MATCH (a)-[:OWNED_BY]->(o:OrganisationUnit)
RETURN a.id AS id, a.name AS application, o.name AS office, a.availability AS availability, h.name AS hosting,
       h.availability_class AS availability_class
ORDER BY availability DESC, application, id, hosting, h.id
