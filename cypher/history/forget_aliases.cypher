// title: Aliases an import brought
// question: How many aliases go with this import?
// why: A spelling an undone import explained is explained no longer; what it had ended counts again.
// remedy: Import the files again.
// params: {run: number of the run}
// returns: [aliases]
CALL () {
  MATCH (:Fact)-[u:READ_AS]->(:Alias)
  WHERE u.until = $run
  REMOVE u.until
}
CALL () {
  MATCH (:Fact)-[u:READ_AS]->(:Alias)
  WHERE u.run = $run
  DELETE u
}
MATCH (a:Alias {run: $run})
DETACH DELETE a
RETURN count(*) AS aliases
ORDER BY aliases
