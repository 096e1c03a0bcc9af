// title: The sources of an import
// question: Which sources did this import bring?
// why: The next import of a source is compared with the last one.
// remedy: Nothing to do.
// params: {run: number of the run, sources: names of sources}
// returns: []
MATCH (r:ImportRun {id: $run})
SET r.sources = $sources
