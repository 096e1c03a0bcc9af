// title: What tells whether data is personal
// question: Does a data object say itself whether it is personal data, and what do stores say that hold nothing else?
// why: A store with several data objects does not tell which of them is sensitive.
// remedy: Record personal data with the data object as an additional attribute.
// params: {}
// returns: [facts]
MATCH (d:DataObject)
WITH d
ORDER BY d.id
RETURN collect([
         id(d), coalesce(d.`custom.Personendaten`, d.`custom.Personal data`),
         COLLECT {
           MATCH (d)<-[:CONTAINS]-(s:DataStore)
           WHERE s.personal_data IS NOT NULL AND COUNT { (s)-[:CONTAINS]->() } = 1
           RETURN DISTINCT s.personal_data AS said ORDER BY said
         }
       ]) AS facts
