// title: {de: Wie diese Einträge heissen, en: What these facts are called}
// question:
//   de: Welche ID und welchen Namen haben diese Einträge?
//   en: Which id and name do these facts have?
// why:
//   de: Namen werden nur für das geholt was gezeigt wird.
//   en: Names are fetched only for what is shown.
// remedy:
//   de: Nichts zu tun.
//   en: Nothing to do.
// params: {keys: numbers of nodes}
// returns: [key, id, name]
UNWIND $keys AS wanted
MATCH (n)
WHERE id(n) = wanted
RETURN wanted AS key, n.id AS id, coalesce(n.name, n.id) AS name
ORDER BY key
