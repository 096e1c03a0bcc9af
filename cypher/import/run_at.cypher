// title: The time of a run
// question: When did the run with this number take place?
// why: A workbook names the run it was exported after; only the graph that has this run can tell what changed since.
// remedy: Export the workbook again from this graph.
// params: {run: number of the run}
// returns: [at]
MATCH (r:ImportRun {id: $run})
RETURN r.at AS at
ORDER BY at
