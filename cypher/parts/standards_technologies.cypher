// title: What tells a technology's product and version
// question: What are name, version and product of each technology?
// why: A rule names a product and a range of versions, an inventory often a name only.
// remedy: Record the product at endoflife.date and the version.
// params: {}
// returns: [facts]
MATCH (t:Technology)
WITH t
ORDER BY t.id
RETURN collect([id(t), t.name, t.version, t.lifecycle_slug]) AS facts
