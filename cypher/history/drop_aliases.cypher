// title: Aliases an import brought
// question: How many aliases go with this import?
// why: A spelling an undone import explained is explained no longer.
// remedy: Import the files again.
// params: {run: number of the run}
// returns: [aliases]
MATCH (a:Alias {run: $run})
DETACH DELETE a
RETURN count(*) AS aliases
ORDER BY aliases
