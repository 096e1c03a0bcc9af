// title: When each source last came
// question: When was each of these sources last imported?
// why: A fact that is missing from a source was last seen when the source came before.
// remedy: Nothing to do.
// params: {sources: names of sources}
// returns: [source, at]
MATCH (r:ImportRun)
WHERE r.undone_at IS NULL AND r.sources IS NOT NULL
UNWIND r.sources AS source
WITH source, max(r.at) AS at
WHERE source IN $sources
RETURN source, at
ORDER BY source
