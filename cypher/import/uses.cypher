// title: Links made by aliases
// question: Which links stand there because a spelling was taken for their partner?
// why: Undoing an alias takes away exactly the links it made.
// remedy: Nothing to do.
// params: {}
// returns: [label, id, link, text, spelling, target_label, target_id]
MATCH (f:Fact)-[u:READ_AS]->(a:Alias)
WHERE u.until IS NULL
RETURN [label IN labels(f) WHERE label <> 'Fact'][0] AS label, f.id AS id, u.link AS link, u.text AS text,
       a.spelling AS spelling, a.label AS target_label, a.id AS target_id
ORDER BY label, id, link, text
