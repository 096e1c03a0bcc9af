// title: Organisation units by id, short name or name
// question: Which organisation units are there, and what are they called?
// why: People name their office by its short name, not by its id.
// remedy: Record a short name in the column Kürzel.
// params: {}
// returns: [id, short_name, name]
MATCH (u:OrganisationUnit)
RETURN u.id AS id, u.short_name AS short_name, u.name AS name
ORDER BY id
