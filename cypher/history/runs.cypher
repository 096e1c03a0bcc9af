// title: All imports in their order
// question: Which imports were there, which of them are undone, and of which is known what they changed?
// why: A state of the past is found by the import it followed.
// remedy: Nothing to do.
// params: {}
// returns: [number, at, undone_at, recorded]
MATCH (r:ImportRun)
RETURN r.id AS number, r.at AS at, r.undone_at AS undone_at, coalesce(r.recorded, false) AS recorded
ORDER BY number
