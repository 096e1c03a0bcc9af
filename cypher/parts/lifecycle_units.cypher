// title: Units within an office
// question: Which unit belongs directly to which?
// why: Who asks about a department means its offices, too.
// remedy: Record the unit above in the column Gehört zu.
// params: {}
// returns: [id, whole]
MATCH (u:OrganisationUnit)-[:BELONGS_TO]->(w:OrganisationUnit)
RETURN u.id AS id, w.id AS whole
ORDER BY id
