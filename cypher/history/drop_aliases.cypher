// title: Aliases an import brought
// question: How many aliases go with this import?
// why: A spelling an undone import explained is explained no longer; what was said of it before counts again.
// remedy: Import the files again.
// params: {run: number of the run}
// returns: [aliases]
CALL () {
  MATCH (:Alias)<-[used:READ_AS {run: $run}]-()
  DELETE used
}
CALL () {
  MATCH (:Alias)<-[ended:READ_AS {until: $run}]-()
  REMOVE ended.until
}
MATCH (a:Alias {run: $run})
DETACH DELETE a
RETURN count(*) AS aliases
ORDER BY aliases
