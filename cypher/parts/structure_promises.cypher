// title: {de: Zugesagte Wiederanlaufzeiten, en: Promised recovery times}
// question:
//   de: Welche RTO und RPO sind zugesagt, welche Verfügbarkeitsklasse hat jede Umgebung?
//   en: Which RTO and RPO are promised, which availability class has each hosting?
// why:
//   de: Zusagen werden gegen das gehalten, worauf sie stehen.
//   en: Promises are held against what they stand on.
// remedy:
//   de: Fehlende RTO, RPO und Verfügbarkeitsklassen nachtragen.
//   en: Add RTO, RPO and availability classes that are missing.
// params: {hours: hours by availability class}
// returns: [nodes, rto, rpo]
MATCH (n:Application|Hosting)
WITH n, CASE WHEN n:Application THEN n.rto_hours ELSE $hours[n.availability_class] END AS rto
WHERE rto IS NOT NULL OR n.rpo_hours IS NOT NULL
WITH n, rto
ORDER BY id(n)
RETURN collect(id(n)) AS nodes, collect(coalesce(rto, -1)) AS rto, collect(coalesce(n.rpo_hours, -1)) AS rpo
