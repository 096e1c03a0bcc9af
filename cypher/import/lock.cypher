// title: One import at a time
// question: Which run number comes next?
// why: Two imports that compare against the same graph at once would overwrite each other.
// remedy: The second one waits until the first has finished or was broken off.
// params: {}
// returns: [run]
MERGE (c:Counter {name: 'import'})
SET c.value = coalesce(c.value, 0) + 1
RETURN c.value AS run
