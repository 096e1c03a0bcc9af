// title: An import that was undone
// question: When was this import undone, and from where?
// why: What was once imported stays listed, also when nothing of it counts any more.
// remedy: Import the files again if what they say is to count after all.
// params: {run: number of the run, at: time, by: who asked for it}
// returns: []
MATCH (r:ImportRun {id: $run})
SET r.undone_at = $at, r.undone_by = $by
