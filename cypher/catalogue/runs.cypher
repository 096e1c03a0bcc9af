// title: The last imports
// question: Who imported which files when, and what did they change?
// why: The catalogue is as good as what was imported last.
// remedy: Ask the office whose import is missing or old.
// params: {limit: how many at most}
// returns: [number, at, by, profile, files, counts, undone_at, undone_by, recorded]
MATCH (r:ImportRun)
WITH r
ORDER BY r.id DESC
LIMIT $limit
RETURN r.id AS number, r.at AS at, r.by AS by, r.profile AS profile,
       COLLECT {
         MATCH (r)-[:READ_FROM]->(w:Workbook)
         RETURN {name: w.name, sha256: w.sha256} AS file
         ORDER BY w.name
       } AS files,
       r.counts AS counts, r.undone_at AS undone_at, r.undone_by AS undone_by,
       coalesce(r.recorded, false) AS recorded
ORDER BY number DESC
