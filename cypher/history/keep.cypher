// title: What a run changed
// question: Which fields and links did this import change, from what to what?
// why: An import can be undone, and a state before it looked at, only when its changes are known.
// remedy: Nothing to do.
// params: {run: number of the run, chunks: "list of {step, part, parts, data}"}
// returns: []
MATCH (r:ImportRun {id: $run})
UNWIND $chunks AS chunk
CREATE (r)-[:CHANGED]->(:RunChanges {step: chunk.step, part: chunk.part, parts: chunk.parts, data: chunk.data})
