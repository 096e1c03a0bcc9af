// title: The record of an import
// question: Which files came in when, and what did they change?
// why: Every fact points to the run and the workbook it came from.
// remedy: Open the page Importe in the cockpit.
// params: {run: number of the run, at: time, by: who asked for it, files: "list of {key, name, sha256}", counts: JSON text of the counts, profile: name of the profile}
// returns: []
CREATE (r:ImportRun {id: $run, at: $at, by: $by, counts: $counts, profile: $profile, recorded: true})
WITH r
UNWIND $files AS file
MERGE (w:Workbook {key: file.key})
SET w.sha256 = file.sha256, w.name = file.name
CREATE (r)-[:READ_FROM]->(w)
